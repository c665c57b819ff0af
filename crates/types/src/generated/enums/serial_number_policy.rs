//! `SerialNumberPolicy`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Where serial numbers of VMs come from.
    pub enum SerialNumberPolicy {
        /// `custom`.
        Custom = "custom",
        /// `host`.
        Host = "host",
        /// `none`. Since 4.4.0.
        None = "none",
        /// `vm`.
        Vm = "vm",
    }
}
