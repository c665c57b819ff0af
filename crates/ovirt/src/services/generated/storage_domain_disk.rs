//! `StorageDomainDiskService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{AssignedPermissionsService, StatisticsService};
use crate::types::{Disk, DiskStatus, StorageDomain};
use crate::wait::wait;

service! {
    /// One disk on a storage domain; `/disks/ID` does the same and more.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/disks/{disk:id}`
    StorageDomainDiskService = "storage_domain_disk"
}

impl StorageDomainDiskService {
    /// Copies the disk; use `copy` of the disk at the top level. Deprecated.
    ///
    /// `POST /storagedomains/{storage_domain:id}/disks/{disk:id}/copy`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn copy(&self) -> StorageDomainDiskCopy {
        StorageDomainDiskCopy(
            self.0
                .action("storage_domain_disk.copy", "copy")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Exports the disk to a domain of an image provider.
    ///
    /// `POST /storagedomains/{storage_domain:id}/disks/{disk:id}/export`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn export(&self) -> StorageDomainDiskExport {
        StorageDomainDiskExport(
            self.0
                .action("storage_domain_disk.export", "export")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Reads the disk; 404 when it is not on this domain.
    ///
    /// `GET /storagedomains/{storage_domain:id}/disks/{disk:id}`
    #[inline]
    pub fn get(&self) -> StorageDomainDiskGet {
        StorageDomainDiskGet(self.0.get("storage_domain_disk.get"))
    }

    /// Moves the disk to another domain; it is `locked` meanwhile, wait for `ok`.
    ///
    /// `POST /storagedomains/{storage_domain:id}/disks/{disk:id}/move`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[doc(alias = "move")]
    #[inline]
    pub fn move_(&self) -> StorageDomainDiskMove {
        StorageDomainDiskMove(
            self.0
                .action("storage_domain_disk.move", "move")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Shrinks the volume of the disk on block storage to what its data needs; the disk is `locked`
    /// meanwhile. Since 4.2.5.
    ///
    /// `POST /storagedomains/{storage_domain:id}/disks/{disk:id}/reduce`
    #[inline]
    pub fn reduce(&self) -> StorageDomainDiskReduce {
        StorageDomainDiskReduce(self.0.action("storage_domain_disk.reduce", "reduce"))
    }

    /// Removes the disk with its data; 409 while a running VM uses it. It is gone when the engine's
    /// task has ended.
    ///
    /// `DELETE /storagedomains/{storage_domain:id}/disks/{disk:id}`
    #[inline]
    pub fn remove(&self) -> StorageDomainDiskRemove {
        StorageDomainDiskRemove(self.0.remove("storage_domain_disk.remove"))
    }

    /// Gives space that the guest freed back to the storage; the VM must be down. The disk is
    /// `locked` meanwhile. Since 4.1.
    ///
    /// `POST /storagedomains/{storage_domain:id}/disks/{disk:id}/sparsify`
    #[inline]
    pub fn sparsify(&self) -> StorageDomainDiskSparsify {
        StorageDomainDiskSparsify(self.0.action("storage_domain_disk.sparsify", "sparsify"))
    }

    /// Updates the disk; use `update` of the disk at the top level.
    ///
    /// `PUT /storagedomains/{storage_domain:id}/disks/{disk:id}`
    #[inline]
    pub fn update(&self, disk: impl Into<Disk>) -> StorageDomainDiskUpdate {
        StorageDomainDiskUpdate(
            self.0
                .update::<Disk>("storage_domain_disk.update", disk.into()),
        )
    }

    /// Permissions on the disk.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }
}

wait!(StorageDomainDiskService, Disk, DiskStatus);

request! {
    /// Request of [`StorageDomainDiskService::copy`].
    StorageDomainDiskCopy -> action() {
        /// What differs in the copy, such as its `alias`.
        object(Disk) disk;
        /// The domain to copy to, by `id` or `name`.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`StorageDomainDiskService::export`].
    StorageDomainDiskExport -> action() {
        /// The domain of the image provider, by `id` or `name`.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`StorageDomainDiskService::get`].
    StorageDomainDiskGet -> document(Disk) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`StorageDomainDiskService::move_`].
    StorageDomainDiskMove -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether only what the user has permissions on counts.
        value(bool) filter;
        /// The domain to move to, by `id` or `name`.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`StorageDomainDiskService::reduce`].
    StorageDomainDiskReduce -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`StorageDomainDiskService::remove`].
    StorageDomainDiskRemove -> nothing();
}

request! {
    /// Request of [`StorageDomainDiskService::sparsify`].
    StorageDomainDiskSparsify -> action();
}

request! {
    /// Request of [`StorageDomainDiskService::update`].
    StorageDomainDiskUpdate -> document(Disk);
}
