//! `ClusterUpgradeAction`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Steps of upgrading a cluster. Since 4.3.2.
    pub enum ClusterUpgradeAction {
        /// `finish`. Since 4.3.2.
        Finish = "finish",
        /// `start`. Since 4.3.2.
        Start = "start",
        /// `update_progress`. Since 4.5.0.
        UpdateProgress = "update_progress",
    }
}
