//! `StorageServerConnectionsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StorageServerConnectionService;
use crate::stream::stream;
use crate::types::{Identifier, List, StorageConnection};

service! {
    /// The connections from hosts to storage; domains and LUN disks refer to them.
    ///
    /// API path: `/storageconnections`
    StorageServerConnectionsService = "storage_server_connections"
}

impl StorageServerConnectionsService {
    /// Adds a connection, for a domain to be made on it by `storage.id`, or to be added to an iSCSI
    /// domain.
    ///
    /// `POST /storageconnections`
    #[inline]
    pub fn add(&self, connection: impl Into<StorageConnection>) -> StorageServerConnectionsAdd {
        StorageServerConnectionsAdd(
            self.0
                .add::<StorageConnection>("storage_server_connections.add", connection.into()),
        )
    }

    /// Adds a connection to a Gluster volume.
    ///
    /// `POST /storageconnections`
    ///
    /// Needs `connection.path`, `connection.vfs_type`.
    #[inline]
    pub fn add_glusterfs(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionsAdd {
        StorageServerConnectionsAdd(
            self.add(connection)
                .0
                .requires("connection.path, connection.vfs_type"),
        )
    }

    /// Adds a connection to an iSCSI target, with CHAP credentials where it needs them; the usual
    /// port is 3260.
    ///
    /// `POST /storageconnections`
    ///
    /// Needs `connection.address`, `connection.port`, `connection.target`.
    #[inline]
    pub fn add_iscsi(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionsAdd {
        StorageServerConnectionsAdd(
            self.add(connection)
                .0
                .requires("connection.address, connection.port, connection.target"),
        )
    }

    /// Adds a connection to a directory of a host.
    ///
    /// `POST /storageconnections`
    ///
    /// Needs `connection.path`.
    #[inline]
    pub fn add_local(
        &self,
        connection: impl Into<StorageConnection>,
    ) -> StorageServerConnectionsAdd {
        StorageServerConnectionsAdd(self.add(connection).0.requires("connection.path"))
    }

    /// Adds a connection to an NFS export; `nfs_timeo` is in tenths of a second.
    ///
    /// `POST /storageconnections`
    ///
    /// Needs `connection.address`, `connection.path`.
    #[inline]
    pub fn add_nfs(&self, connection: impl Into<StorageConnection>) -> StorageServerConnectionsAdd {
        StorageServerConnectionsAdd(
            self.add(connection)
                .0
                .requires("connection.address, connection.path"),
        )
    }

    /// Adds a connection to a POSIX file system, mounted with `vfs_type` and `mount_options`.
    ///
    /// `POST /storageconnections`
    ///
    /// Needs `connection.path`, `connection.vfs_type`.
    #[inline]
    pub fn add_vfs(&self, connection: impl Into<StorageConnection>) -> StorageServerConnectionsAdd {
        StorageServerConnectionsAdd(
            self.add(connection)
                .0
                .requires("connection.path, connection.vfs_type"),
        )
    }

    /// All connections, of domains and of LUN disks; of an iSCSI bond its own.
    ///
    /// `GET /storageconnections`
    #[inline]
    pub fn list(&self) -> StorageServerConnectionsList {
        StorageServerConnectionsList(self.0.get("storage_server_connections.list"))
    }

    /// One connection, by its identifier.
    #[inline]
    pub fn storage_connection_service(
        &self,
        id: impl Identifier<StorageConnection>,
    ) -> StorageServerConnectionService {
        StorageServerConnectionService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageServerConnectionsService::add`].
    StorageServerConnectionsAdd -> document(StorageConnection);
}

request! {
    /// Request of [`StorageServerConnectionsService::list`].
    StorageServerConnectionsList -> document(List<StorageConnection>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(StorageServerConnectionsList, StorageConnection);
