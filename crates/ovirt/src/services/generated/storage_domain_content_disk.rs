//! `StorageDomainContentDiskService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Disk, DiskStatus};
use crate::wait::wait;

service! {
    /// One disk of a VM or template that lies on a storage domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/vms/{vm:id}/disks/{disk:id}`
    StorageDomainContentDiskService = "storage_domain_content_disk"
}

impl StorageDomainContentDiskService {
    /// Reads the disk as the domain describes it.
    ///
    /// `GET /storagedomains/{storage_domain:id}/vms/{vm:id}/disks/{disk:id}`
    #[inline]
    pub fn get(&self) -> StorageDomainContentDiskGet {
        StorageDomainContentDiskGet(self.0.get("storage_domain_content_disk.get"))
    }
}

wait!(StorageDomainContentDiskService, Disk, DiskStatus);

request! {
    /// Request of [`StorageDomainContentDiskService::get`].
    StorageDomainContentDiskGet -> document(Disk) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
