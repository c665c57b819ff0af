//! `StorageDomainServerConnectionService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::StorageConnection;
use crate::wait::wait;

service! {
    /// A connection from hosts to a domain's storage.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/storageconnections/{connection:id}`
    StorageDomainServerConnectionService = "storage_domain_server_connection"
}

impl StorageDomainServerConnectionService {
    /// Reads the connection: address, path, options, never its password.
    ///
    /// `GET /storagedomains/{storage_domain:id}/storageconnections/{connection:id}`
    #[inline]
    pub fn get(&self) -> StorageDomainServerConnectionGet {
        StorageDomainServerConnectionGet(self.0.get("storage_domain_server_connection.get"))
    }

    /// Takes the connection from the domain, which must be in maintenance; the connection itself
    /// stays.
    ///
    /// `DELETE /storagedomains/{storage_domain:id}/storageconnections/{connection:id}`
    #[inline]
    pub fn remove(&self) -> StorageDomainServerConnectionRemove {
        StorageDomainServerConnectionRemove(
            self.0.remove("storage_domain_server_connection.remove"),
        )
    }
}

wait!(StorageDomainServerConnectionService, StorageConnection);

request! {
    /// Request of [`StorageDomainServerConnectionService::get`].
    StorageDomainServerConnectionGet -> document(StorageConnection) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`StorageDomainServerConnectionService::remove`].
    StorageDomainServerConnectionRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
