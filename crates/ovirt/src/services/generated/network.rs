//! `NetworkService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedPermissionsService, AssignedVnicProfilesService, NetworkLabelsService,
};
use crate::types::{Network, NetworkStatus};
use crate::wait::wait;

service! {
    /// One logical network of a data center.
    ///
    /// API path: `/networks/{network:id}`
    NetworkService = "network"
}

impl NetworkService {
    /// Reads the network: VLAN, MTU, usages, provider; `required`, `display` and `status` belong to
    /// a cluster and are read there.
    ///
    /// `GET /networks/{network:id}`
    #[inline]
    pub fn get(&self) -> NetworkGet {
        NetworkGet(self.0.get("network.get"))
    }

    /// Removes the network from the engine; 409 for a management network and while VMs, templates
    /// or hosts use it.
    ///
    /// `DELETE /networks/{network:id}`
    #[inline]
    pub fn remove(&self) -> NetworkRemove {
        NetworkRemove(self.0.remove("network.remove"))
    }

    /// Updates the network; hosts that have it attached are brought in line with it afterwards, see
    /// `in_sync` of their attachments.
    ///
    /// `PUT /networks/{network:id}`
    #[inline]
    pub fn update(&self, network: impl Into<Network>) -> NetworkUpdate {
        NetworkUpdate(self.0.update::<Network>("network.update", network.into()))
    }

    /// The label that attaches the network to all NICs carrying the same label.
    #[inline]
    pub fn network_labels_service(&self) -> NetworkLabelsService {
        NetworkLabelsService(self.0.segment("networklabels"))
    }

    /// Who may use the network and who may change it.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// vNIC profiles of the network.
    #[inline]
    pub fn vnic_profiles_service(&self) -> AssignedVnicProfilesService {
        AssignedVnicProfilesService(self.0.segment("vnicprofiles"))
    }
}

wait!(NetworkService, Network, NetworkStatus);

request! {
    /// Request of [`NetworkService::get`].
    NetworkGet -> document(Network) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`NetworkService::remove`].
    NetworkRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`NetworkService::update`].
    NetworkUpdate -> document(Network) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
