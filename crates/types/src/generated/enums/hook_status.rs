//! `HookStatus`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
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
