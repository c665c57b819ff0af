//! `IscsiBondService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{NetworksService, StorageServerConnectionsService};
use crate::types::IscsiBond;
use crate::wait::wait;

service! {
    /// One iSCSI bond: networks through which hosts reach the same targets over several paths.
    ///
    /// API path: `/datacenters/{data_center:id}/iscsibonds/{iscsi_bond:id}`
    IscsiBondService = "iscsi_bond"
}

impl IscsiBondService {
    /// Reads the bond: name, networks, storage connections.
    ///
    /// `GET /datacenters/{data_center:id}/iscsibonds/{iscsi_bond:id}`
    #[inline]
    pub fn get(&self) -> IscsiBondGet {
        IscsiBondGet(self.0.get("iscsi_bond.get"))
    }

    /// Removes the bond; hosts then reach the targets over one path each.
    ///
    /// `DELETE /datacenters/{data_center:id}/iscsibonds/{iscsi_bond:id}`
    #[inline]
    pub fn remove(&self) -> IscsiBondRemove {
        IscsiBondRemove(self.0.remove("iscsi_bond.remove"))
    }

    /// Changes name, description, networks or targets of the bond; lists replace the previous ones.
    ///
    /// `PUT /datacenters/{data_center:id}/iscsibonds/{iscsi_bond:id}`
    #[inline]
    pub fn update(&self, bond: impl Into<IscsiBond>) -> IscsiBondUpdate {
        IscsiBondUpdate(self.0.update::<IscsiBond>("iscsi_bond.update", bond.into()))
    }

    /// Networks that hosts use for the bond.
    #[inline]
    pub fn networks_service(&self) -> NetworksService {
        NetworksService(self.0.segment("networks"))
    }

    /// iSCSI targets that are reached through the bond.
    #[inline]
    pub fn storage_server_connections_service(&self) -> StorageServerConnectionsService {
        StorageServerConnectionsService(self.0.segment("storageserverconnections"))
    }
}

wait!(IscsiBondService, IscsiBond);

request! {
    /// Request of [`IscsiBondService::get`].
    IscsiBondGet -> document(IscsiBond) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`IscsiBondService::remove`].
    IscsiBondRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`IscsiBondService::update`].
    IscsiBondUpdate -> document(IscsiBond) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
