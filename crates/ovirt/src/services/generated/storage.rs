//! `StorageService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::HostStorage;
use crate::wait::wait;

service! {
    /// One LUN or volume group that a host sees.
    ///
    /// API path: `/hosts/{host:id}/storage/{storage:id}`
    StorageService = "storage"
}

impl StorageService {
    /// Reads the storage with its logical units: size, paths, and what uses them.
    ///
    /// `GET /hosts/{host:id}/storage/{storage:id}`
    #[inline]
    pub fn get(&self) -> StorageGet {
        StorageGet(self.0.get("storage.get"))
    }
}

wait!(StorageService, HostStorage);

request! {
    /// Request of [`StorageService::get`].
    StorageGet -> document(HostStorage) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Whether the status of each LUN (`free`, `used`, `unusable`) is found out too, which is
        /// slow; true if absent.
        query(bool) report_status;
    }
}
