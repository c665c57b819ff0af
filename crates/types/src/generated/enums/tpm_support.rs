//! `TpmSupport`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether an operating system can have a TPM device.
    pub enum TpmSupport {
        /// It does not install or run without one.
        Required = "required",
        /// It can use one and works without.
        Supported = "supported",
        /// A VM with this operating system cannot have one.
        Unsupported = "unsupported",
    }
}
