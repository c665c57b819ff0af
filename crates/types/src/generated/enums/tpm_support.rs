//! `TpmSupport`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether an operating system can have a TPM device.
    pub enum TpmSupport {
        /// It doesn't install or run without one.
        Required = "required",
        /// It can use one and works without.
        Supported = "supported",
        /// A machine with this operating system can't have one.
        Unsupported = "unsupported",
    }
}
