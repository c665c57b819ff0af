//! `SwitchType`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Switches on hosts.
    pub enum SwitchType {
        /// `legacy`.
        Legacy = "legacy",
        /// `ovs`.
        Ovs = "ovs",
    }
}
