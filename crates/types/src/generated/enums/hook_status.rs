//! `HookStatus`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a hook script.
    pub enum HookStatus {
        /// `disabled`.
        Disabled = "disabled",
        /// `enabled`.
        Enabled = "enabled",
        /// `missing`.
        Missing = "missing",
    }
}
