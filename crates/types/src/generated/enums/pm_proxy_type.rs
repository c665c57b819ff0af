//! `PmProxyType`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Where hosts are looked for that run fence agents.
    pub enum PmProxyType {
        /// `cluster`.
        Cluster = "cluster",
        /// `dc`.
        Dc = "dc",
        /// `other_dc`.
        OtherDc = "other_dc",
    }
}
