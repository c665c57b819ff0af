//! `GlusterHookStatus`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a gluster hook script.
    pub enum GlusterHookStatus {
        /// `disabled`.
        Disabled = "disabled",
        /// `enabled`.
        Enabled = "enabled",
        /// `missing`.
        Missing = "missing",
    }
}
