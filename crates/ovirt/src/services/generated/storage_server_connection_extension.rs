//! `StorageServerConnectionExtensionService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::StorageConnectionExtension;
use crate::wait::wait;

service! {
    /// One set of iSCSI credentials that a host uses for a target in place of the connection's own.
    ///
    /// API path: `/hosts/{host:id}/storageconnectionextensions/{storage_connection_extension:id}`
    StorageServerConnectionExtensionService = "storage_server_connection_extension"
}

impl StorageServerConnectionExtensionService {
    /// Reads target and user name; the password is never in the response.
    ///
    /// `GET /hosts/{host:id}/storageconnectionextensions/{storage_connection_extension:id}`
    #[inline]
    pub fn get(&self) -> StorageServerConnectionExtensionGet {
        StorageServerConnectionExtensionGet(self.0.get("storage_server_connection_extension.get"))
    }

    /// Removes the credentials; the host uses those of the connection thereafter.
    ///
    /// `DELETE /hosts/{host:id}/storageconnectionextensions/{storage_connection_extension:id}`
    #[inline]
    pub fn remove(&self) -> StorageServerConnectionExtensionRemove {
        StorageServerConnectionExtensionRemove(
            self.0.remove("storage_server_connection_extension.remove"),
        )
    }

    /// Changes target, user name or password; used from the next login on.
    ///
    /// `PUT /hosts/{host:id}/storageconnectionextensions/{storage_connection_extension:id}`
    #[inline]
    pub fn update(
        &self,
        extension: impl Into<StorageConnectionExtension>,
    ) -> StorageServerConnectionExtensionUpdate {
        StorageServerConnectionExtensionUpdate(self.0.update::<StorageConnectionExtension>(
            "storage_server_connection_extension.update",
            extension.into(),
        ))
    }
}

wait!(
    StorageServerConnectionExtensionService,
    StorageConnectionExtension
);

request! {
    /// Request of [`StorageServerConnectionExtensionService::get`].
    StorageServerConnectionExtensionGet -> document(StorageConnectionExtension) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`StorageServerConnectionExtensionService::remove`].
    StorageServerConnectionExtensionRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`StorageServerConnectionExtensionService::update`].
    StorageServerConnectionExtensionUpdate -> document(StorageConnectionExtension) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
