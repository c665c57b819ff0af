//! `AttachedStorageDomainDisksService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AttachedStorageDomainDiskService;
use crate::stream::stream;
use crate::types::{Disk, Identifier, List};

service! {
    /// The disks on a storage domain of a data center.
    ///
    /// API path: `/datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks`
    AttachedStorageDomainDisksService = "attached_storage_domain_disks"
}

impl AttachedStorageDomainDisksService {
    /// Adds a disk or registers one; use `add` of the disks at the top level, or `register`.
    /// Deprecated since 4.2.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks`
    #[inline]
    pub fn add(&self, disk: impl Into<Disk>) -> AttachedStorageDomainDisksAdd {
        AttachedStorageDomainDisksAdd(
            self.0
                .add::<Disk>("attached_storage_domain_disks.add", disk.into()),
        )
    }

    /// All disks on the domain that the engine knows.
    ///
    /// `GET /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks`
    #[inline]
    pub fn list(&self) -> AttachedStorageDomainDisksList {
        AttachedStorageDomainDisksList(self.0.get("attached_storage_domain_disks.list"))
    }

    /// One disk, by its identifier.
    #[inline]
    pub fn disk_service(&self, id: impl Identifier<Disk>) -> AttachedStorageDomainDiskService {
        AttachedStorageDomainDiskService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AttachedStorageDomainDisksService::add`].
    AttachedStorageDomainDisksAdd -> document(Disk) {
        /// Register the disk that `disk.id` names rather than make one; false if absent.
        query(bool) unregistered;
    }
}

request! {
    /// Request of [`AttachedStorageDomainDisksService::list`].
    AttachedStorageDomainDisksList -> document(List<Disk>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AttachedStorageDomainDisksList, Disk);
named!(AttachedStorageDomainDisksService, Disk, "alias");
