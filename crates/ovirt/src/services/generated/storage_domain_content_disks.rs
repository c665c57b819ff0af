//! `StorageDomainContentDisksService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainContentDiskService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Disk, Identifier, List};

service! {
    /// The disks of a VM or template that lies on a storage domain, outside of the engine.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/vms/{vm:id}/disks`
    StorageDomainContentDisksService = "storage_domain_content_disks"
}

impl StorageDomainContentDisksService {
    /// All disks of the VM or template, as the domain describes them.
    ///
    /// `GET /storagedomains/{storage_domain:id}/vms/{vm:id}/disks`
    #[inline]
    pub fn list(&self) -> StorageDomainContentDisksList {
        StorageDomainContentDisksList(self.0.get("storage_domain_content_disks.list"))
    }

    /// One disk, by its identifier.
    #[inline]
    pub fn disk_service(&self, id: impl Identifier<Disk>) -> StorageDomainContentDiskService {
        StorageDomainContentDiskService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageDomainContentDisksService::list`].
    StorageDomainContentDisksList -> document(List<Disk>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(StorageDomainContentDisksList, Disk);
pages!(StorageDomainContentDisksList, Disk);
named!(StorageDomainContentDisksService, Disk, "alias");
