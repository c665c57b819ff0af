//! `TransportType`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Transports of a gluster volume.
    pub enum TransportType {
        /// `rdma`.
        Rdma = "rdma",
        /// `tcp`.
        Tcp = "tcp",
    }
}
