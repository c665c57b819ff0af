//! `StorageServerConnectionService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::StorageConnection;
use crate::wait::wait;

service! {
    /// A connection from hosts to storage: an address, a path, credentials.
    ///
    /// API path: `/storageconnections/{storage_connection:id}`
    StorageServerConnectionService = "storage_server_connection"
}

impl StorageServerConnectionService {
    /// Reads the connection; its password is never in the response.
    ///
    /// `GET /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn get(&self) -> StorageServerConnectionGet {
        StorageServerConnectionGet(self.0.get("storage_server_connection.get"))
    }

    /// Removes the connection; 409 while a domain or a LUN disk uses it.
    ///
    /// `DELETE /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn remove(&self) -> StorageServerConnectionRemove {
        StorageServerConnectionRemove(self.0.remove("storage_server_connection.remove"))
    }

    /// Updates the connection; the domains that use it must be in maintenance, unless `force` is
    /// set.
    ///
    /// `PUT /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn update(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionUpdate {
        StorageServerConnectionUpdate(
            self.0
                .update::<StorageConnection>("storage_server_connection.update", connection.into()),
        )
    }

    /// Changes a connection to a Gluster volume.
    ///
    /// `PUT /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn update_glusterfs(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionUpdate {
        self.update(connection)
    }

    /// Changes a connection to an iSCSI target.
    ///
    /// `PUT /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn update_iscsi(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionUpdate {
        self.update(connection)
    }

    /// Changes a connection to a directory of a host.
    ///
    /// `PUT /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn update_local(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionUpdate {
        self.update(connection)
    }

    /// Changes a connection to an NFS export; `nfs_timeo` is in tenths of a second.
    ///
    /// `PUT /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn update_nfs(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionUpdate {
        self.update(connection)
    }

    /// Changes a connection to a POSIX file system.
    ///
    /// `PUT /storageconnections/{storage_connection:id}`
    #[inline]
    pub fn update_vfs(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionUpdate {
        self.update(connection)
    }
}

wait!(StorageServerConnectionService, StorageConnection);

request! {
    /// Request of [`StorageServerConnectionService::get`].
    StorageServerConnectionGet -> document(StorageConnection) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`StorageServerConnectionService::remove`].
    StorageServerConnectionRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// A host to be disconnected from the storage as well, by identifier or name.
        query(String) host;
    }
}

request! {
    /// Request of [`StorageServerConnectionService::update`].
    StorageServerConnectionUpdate -> document(StorageConnection) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Change it regardless of the state of the domains that use it; false if absent. Since
        /// 4.0.6.
        query(bool) force;
    }
}
