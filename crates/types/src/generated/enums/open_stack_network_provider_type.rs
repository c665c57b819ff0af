//! `OpenStackNetworkProviderType`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of network providers.
    pub enum OpenStackNetworkProviderType {
        /// `external`.
        External = "external",
        /// `neutron`.
        Neutron = "neutron",
    }
}
