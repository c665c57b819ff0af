//! `HostStorageService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StorageService;
use crate::stream::stream;
use crate::types::{HostStorage, Identifier, List};

service! {
    /// The block storage (LUNs, volume groups) that a host sees by iSCSI and Fibre Channel.
    ///
    /// API path: `/hosts/{host:id}/storage`
    HostStorageService = "host_storage"
}

impl HostStorageService {
    /// Asks the host for its LUNs, which takes seconds with many; the host must be up.
    ///
    /// `GET /hosts/{host:id}/storage`
    #[inline]
    pub fn list(&self) -> HostStorageList {
        HostStorageList(self.0.get("host_storage.list"))
    }

    /// One LUN or volume group, by its identifier.
    #[inline]
    pub fn storage_service(&self, id: impl Identifier<HostStorage>) -> StorageService {
        StorageService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`HostStorageService::list`].
    HostStorageList -> document(List<HostStorage>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Whether the status of each LUN (`free`, `used`, `unusable`) is found out too, which is
        /// slow; true if absent.
        query(bool) report_status;
    }
}

stream!(HostStorageList, HostStorage);
named!(HostStorageService, HostStorage, "name");
