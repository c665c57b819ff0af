//! `GlusterHookStatus`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
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
