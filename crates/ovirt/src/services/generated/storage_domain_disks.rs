//! `StorageDomainDisksService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainDiskService;
use crate::stream::stream;
use crate::types::{Disk, Identifier, List};

service! {
    /// The disks on a storage domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/disks`
    StorageDomainDisksService = "storage_domain_disks"
}

impl StorageDomainDisksService {
    /// Adds a disk on this domain or registers one; use `add` of the disks at the top level.
    /// Deprecated.
    ///
    /// `POST /storagedomains/{storage_domain:id}/disks`
    #[inline]
    pub fn add(&self, disk: impl Into<Disk>) -> StorageDomainDisksAdd {
        StorageDomainDisksAdd(self.0.add::<Disk>("storage_domain_disks.add", disk.into()))
    }

    /// The disks on the domain, registered or unregistered.
    ///
    /// `GET /storagedomains/{storage_domain:id}/disks`
    #[inline]
    pub fn list(&self) -> StorageDomainDisksList {
        StorageDomainDisksList(self.0.get("storage_domain_disks.list"))
    }

    /// One disk, by its identifier.
    #[inline]
    pub fn disk_service(&self, id: impl Identifier<Disk>) -> StorageDomainDiskService {
        StorageDomainDiskService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageDomainDisksService::add`].
    StorageDomainDisksAdd -> document(Disk) {
        /// Register the disk that `disk.id` names rather than make one; false if absent. Deprecated
        /// since 4.2.
        query(bool) unregistered;
    }
}

request! {
    /// Request of [`StorageDomainDisksService::list`].
    StorageDomainDisksList -> document(List<Disk>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Return the disks on the domain that the engine does not know, as after an import; false
        /// if absent. Since 4.1.1.
        query(bool) unregistered;
    }
}

stream!(StorageDomainDisksList, Disk);
named!(StorageDomainDisksService, Disk, "alias");
