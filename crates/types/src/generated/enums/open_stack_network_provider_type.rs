//! `OpenStackNetworkProviderType`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Kinds of network providers.
    pub enum OpenStackNetworkProviderType {
        /// `external`.
        External = "external",
        /// `neutron`.
        Neutron = "neutron",
    }
}
