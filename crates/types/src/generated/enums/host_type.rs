//! `HostType`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of system that a host runs.
    pub enum HostType {
        /// `ovirt_node`.
        OvirtNode = "ovirt_node",
        /// `rhel`.
        Rhel = "rhel",
        /// `rhev_h`. Deprecated.
        RhevH = "rhev_h",
    }
}
