//! `StorageDomainServerConnectionsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainServerConnectionService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, StorageConnection};

service! {
    /// The connections from hosts to a domain's storage; several for iSCSI, else one.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/storageconnections`
    StorageDomainServerConnectionsService = "storage_domain_server_connections"
}

impl StorageDomainServerConnectionsService {
    /// Gives the domain a further connection, which exists already; the domain must be in
    /// maintenance.
    ///
    /// `POST /storagedomains/{storage_domain:id}/storageconnections`
    ///
    /// Needs `connection.id`.
    #[inline]
    pub fn add(
        &self,
        connection: impl Into<Link<StorageConnection>>,
    ) -> StorageDomainServerConnectionsAdd {
        StorageDomainServerConnectionsAdd(
            self.0
                .add_reference::<StorageConnection>(
                    "storage_domain_server_connections.add",
                    connection.into(),
                )
                .requires("connection.id"),
        )
    }

    /// All connections of the domain.
    ///
    /// `GET /storagedomains/{storage_domain:id}/storageconnections`
    #[inline]
    pub fn list(&self) -> StorageDomainServerConnectionsList {
        StorageDomainServerConnectionsList(self.0.get("storage_domain_server_connections.list"))
    }

    /// One connection, by its identifier.
    #[inline]
    pub fn connection_service(
        &self,
        id: impl Identifier<StorageConnection>,
    ) -> StorageDomainServerConnectionService {
        StorageDomainServerConnectionService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageDomainServerConnectionsService::add`].
    StorageDomainServerConnectionsAdd -> document(StorageConnection);
}

request! {
    /// Request of [`StorageDomainServerConnectionsService::list`].
    StorageDomainServerConnectionsList -> document(List<StorageConnection>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(StorageDomainServerConnectionsList, StorageConnection);
