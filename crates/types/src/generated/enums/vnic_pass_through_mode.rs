//! `VnicPassThroughMode`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether an interface is a device of the host.
    pub enum VnicPassThroughMode {
        /// `disabled`.
        Disabled = "disabled",
        /// `enabled`.
        Enabled = "enabled",
    }
}
