//! `StorageServerConnectionExtensionsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StorageServerConnectionExtensionService;
use crate::stream::stream;
use crate::types::{Identifier, List, StorageConnectionExtension};

service! {
    /// The iSCSI credentials that are special to one host.
    ///
    /// API path: `/hosts/{host:id}/storageconnectionextensions`
    StorageServerConnectionExtensionsService = "storage_server_connection_extensions"
}

impl StorageServerConnectionExtensionsService {
    /// Adds credentials for a target; used from the host's next login on.
    ///
    /// `POST /hosts/{host:id}/storageconnectionextensions`
    ///
    /// Needs `extension.password`, `extension.target`, `extension.username`.
    #[inline]
    pub fn add(
        &self,
        extension: impl Into<StorageConnectionExtension>,
    ) -> StorageServerConnectionExtensionsAdd {
        StorageServerConnectionExtensionsAdd(
            self.0
                .add::<StorageConnectionExtension>(
                    "storage_server_connection_extensions.add",
                    extension.into(),
                )
                .requires("extension.password, extension.target, extension.username"),
        )
    }

    /// All credentials that are special to the host.
    ///
    /// `GET /hosts/{host:id}/storageconnectionextensions`
    #[inline]
    pub fn list(&self) -> StorageServerConnectionExtensionsList {
        StorageServerConnectionExtensionsList(
            self.0.get("storage_server_connection_extensions.list"),
        )
    }

    /// One set of credentials, by its identifier.
    #[inline]
    pub fn storage_connection_extension_service(
        &self,
        id: impl Identifier<StorageConnectionExtension>,
    ) -> StorageServerConnectionExtensionService {
        StorageServerConnectionExtensionService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageServerConnectionExtensionsService::add`].
    StorageServerConnectionExtensionsAdd -> document(StorageConnectionExtension);
}

request! {
    /// Request of [`StorageServerConnectionExtensionsService::list`].
    StorageServerConnectionExtensionsList -> document(List<StorageConnectionExtension>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(
    StorageServerConnectionExtensionsList,
    StorageConnectionExtension
);
