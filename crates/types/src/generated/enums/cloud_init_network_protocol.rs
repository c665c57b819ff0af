//! `CloudInitNetworkProtocol`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Formats of the network settings for cloud-init. Since 4.2.8.
    pub enum CloudInitNetworkProtocol {
        /// Text in the manner of `/etc/network/interfaces`: the older form, without IPv6. Since
        /// 4.2.8.
        Eni = "eni",
        /// Network data as OpenStack hands them out: the newer form, with IPv6. Since 4.2.8.
        OpenstackMetadata = "openstack_metadata",
    }
}
