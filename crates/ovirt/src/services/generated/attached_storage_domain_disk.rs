//! `AttachedStorageDomainDiskService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{AssignedPermissionsService, StatisticsService};
use crate::types::{Disk, DiskStatus, StorageDomain};
use crate::wait::wait;

service! {
    /// One disk on an attached domain; `/disks/ID` does the same and more.
    ///
    /// API path: `/datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}`
    AttachedStorageDomainDiskService = "attached_storage_domain_disk"
}

impl AttachedStorageDomainDiskService {
    /// Copies the disk; use `copy` of the disk at the top level. Deprecated.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}/copy`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn copy(&self) -> AttachedStorageDomainDiskCopy {
        AttachedStorageDomainDiskCopy(
            self.0
                .action("attached_storage_domain_disk.copy", "copy")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Exports the disk to a domain of an image provider.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}/export`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn export(&self) -> AttachedStorageDomainDiskExport {
        AttachedStorageDomainDiskExport(
            self.0
                .action("attached_storage_domain_disk.export", "export")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Reads the disk; 404 when it is not on this domain.
    ///
    /// `GET /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}`
    #[inline]
    pub fn get(&self) -> AttachedStorageDomainDiskGet {
        AttachedStorageDomainDiskGet(self.0.get("attached_storage_domain_disk.get"))
    }

    /// Moves the disk to another domain; it is `locked` meanwhile, wait for `ok`.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}/move`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[doc(alias = "move")]
    #[inline]
    pub fn move_(&self) -> AttachedStorageDomainDiskMove {
        AttachedStorageDomainDiskMove(
            self.0
                .action("attached_storage_domain_disk.move", "move")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
    }

    /// Makes a disk that is on the domain, but unknown to the engine, known; list such disks with
    /// `unregistered`. Since 4.2.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}/register`
    #[inline]
    pub fn register(&self) -> AttachedStorageDomainDiskRegister {
        AttachedStorageDomainDiskRegister(
            self.0
                .action("attached_storage_domain_disk.register", "register"),
        )
    }

    /// Removes the disk with its data; 409 while a running VM uses it. It is gone when the engine's
    /// task has ended.
    ///
    /// `DELETE /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}`
    #[inline]
    pub fn remove(&self) -> AttachedStorageDomainDiskRemove {
        AttachedStorageDomainDiskRemove(self.0.remove("attached_storage_domain_disk.remove"))
    }

    /// Gives space that the guest freed back to the storage; the VM must be down. The disk is
    /// `locked` meanwhile. Since 4.1.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}/sparsify`
    #[inline]
    pub fn sparsify(&self) -> AttachedStorageDomainDiskSparsify {
        AttachedStorageDomainDiskSparsify(
            self.0
                .action("attached_storage_domain_disk.sparsify", "sparsify"),
        )
    }

    /// Updates the disk; use `update` of the disk at the top level.
    ///
    /// `PUT /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/disks/{disk:id}`
    #[inline]
    pub fn update(&self, disk: impl Into<Disk>) -> AttachedStorageDomainDiskUpdate {
        AttachedStorageDomainDiskUpdate(
            self.0
                .update::<Disk>("attached_storage_domain_disk.update", disk.into()),
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

wait!(AttachedStorageDomainDiskService, Disk, DiskStatus);

request! {
    /// Request of [`AttachedStorageDomainDiskService::copy`].
    AttachedStorageDomainDiskCopy -> action() {
        /// What differs in the copy, such as its `alias`.
        object(Disk) disk;
        /// The domain to copy to, by `id` or `name`.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`AttachedStorageDomainDiskService::export`].
    AttachedStorageDomainDiskExport -> action() {
        /// The domain of the image provider, by `id` or `name`.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`AttachedStorageDomainDiskService::get`].
    AttachedStorageDomainDiskGet -> document(Disk) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AttachedStorageDomainDiskService::move_`].
    AttachedStorageDomainDiskMove -> action() {
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
    /// Request of [`AttachedStorageDomainDiskService::register`].
    AttachedStorageDomainDiskRegister -> action();
}

request! {
    /// Request of [`AttachedStorageDomainDiskService::remove`].
    AttachedStorageDomainDiskRemove -> nothing();
}

request! {
    /// Request of [`AttachedStorageDomainDiskService::sparsify`].
    AttachedStorageDomainDiskSparsify -> action();
}

request! {
    /// Request of [`AttachedStorageDomainDiskService::update`].
    AttachedStorageDomainDiskUpdate -> document(Disk);
}
