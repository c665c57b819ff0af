//! `OpenstackVolumeAuthenticationKeyUsageType`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What a volume key is for. Deprecated.
    pub enum OpenstackVolumeAuthenticationKeyUsageType {
        /// `ceph`.
        Ceph = "ceph",
    }
}
