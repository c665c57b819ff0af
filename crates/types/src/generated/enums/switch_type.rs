//! `SwitchType`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Switches on hosts.
    pub enum SwitchType {
        /// `legacy`.
        Legacy = "legacy",
        /// `ovs`.
        Ovs = "ovs",
    }
}
