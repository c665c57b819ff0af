//! `DiskService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{AssignedPermissionsService, DiskSnapshotsService, StatisticsService};
use crate::types::{Disk, DiskProfile, DiskStatus, Host, Link, Quota, StorageDomain};
use crate::wait::wait;

service! {
    /// One disk, whether it is attached to VMs or not.
    ///
    /// API path: `/disks/{disk:id}`
    DiskService = "disk"
}

impl DiskService {
    /// Changes format or allocation of the disk in place; it is `locked` meanwhile, wait for `ok`.
    /// Since 4.5.
    ///
    /// `POST /disks/{disk:id}/convert`
    ///
    /// Needs `disk.format` or `disk.sparse`.
    #[inline]
    pub fn convert(&self, disk: impl Into<Disk>) -> DiskConvert {
        DiskConvert(
            self.0
                .action("disk.convert", "convert")
                .requires("action.disk.format|action.disk.sparse"),
        )
        .disk(disk)
    }

    /// Copies the disk to a new one with a new identifier; both are `locked` until the data is
    /// copied, wait for `ok`.
    ///
    /// `POST /disks/{disk:id}/copy`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn copy(&self, storage_domain: impl Into<Link<StorageDomain>>) -> DiskCopy {
        DiskCopy(
            self.0
                .action("disk.copy", "copy")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
        .storage_domain(storage_domain)
    }

    /// Exports the disk to a domain of an image provider; it is `locked` meanwhile, wait for `ok`.
    ///
    /// `POST /disks/{disk:id}/export`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn export(&self, storage_domain: impl Into<Link<StorageDomain>>) -> DiskExport {
        DiskExport(
            self.0
                .action("disk.export", "export")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
        .storage_domain(storage_domain)
    }

    /// Reads the disk: `status` (none for LUN disks), sizes in bytes, format, domains; an unknown
    /// identifier is a 404 without text.
    ///
    /// `GET /disks/{disk:id}`
    #[inline]
    pub fn get(&self) -> DiskGet {
        DiskGet(self.0.get("disk.get"))
    }

    /// Moves the disk to another domain, also under a running VM; it is `locked` meanwhile, wait
    /// for `ok`. 409 when locked already.
    ///
    /// `POST /disks/{disk:id}/move`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[doc(alias = "move")]
    #[inline]
    pub fn move_(&self, storage_domain: impl Into<Link<StorageDomain>>) -> DiskMove {
        DiskMove(
            self.0
                .action("disk.move", "move")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
        .storage_domain(storage_domain)
    }

    /// Shrinks the volume of the disk on block storage to what its data needs; it is `locked`
    /// meanwhile, wait for `ok`. Since 4.2.5.
    ///
    /// `POST /disks/{disk:id}/reduce`
    #[inline]
    pub fn reduce(&self) -> DiskReduce {
        DiskReduce(self.0.action("disk.reduce", "reduce"))
    }

    /// Makes the engine read the size of a LUN disk anew after it was changed on the storage. Since
    /// 4.2.
    ///
    /// `POST /disks/{disk:id}/refreshlun`
    ///
    /// Needs `host.id` or `host.name`.
    #[inline]
    pub fn refresh_lun(&self, host: impl Into<Link<Host>>) -> DiskRefreshLun {
        DiskRefreshLun(
            self.0
                .action("disk.refresh_lun", "refreshlun")
                .requires("action.host.id|action.host.name"),
        )
        .host(host)
    }

    /// Removes the disk with its data, from all its VMs; 409 while it is locked or a running VM
    /// uses it. Gone (404) when the engine's task has ended.
    ///
    /// `DELETE /disks/{disk:id}`
    #[inline]
    pub fn remove(&self) -> DiskRemove {
        DiskRemove(self.0.remove("disk.remove"))
    }

    /// Gives space that the guest freed back to the storage; its VM must be down. It is `locked`
    /// meanwhile, wait for `ok`. Since 4.1.
    ///
    /// `POST /disks/{disk:id}/sparsify`
    #[inline]
    pub fn sparsify(&self) -> DiskSparsify {
        DiskSparsify(self.0.action("disk.sparsify", "sparsify"))
    }

    /// Updates the disk; `provisioned_size` can only grow and locks it for a while. `bootable` and
    /// `interface` belong to the attachment. Since 4.4.0.
    ///
    /// `PUT /disks/{disk:id}`
    #[inline]
    pub fn update(&self, disk: impl Into<Disk>) -> DiskUpdate {
        DiskUpdate(self.0.update::<Disk>("disk.update", disk.into()))
    }

    /// Layers of the disk that belong to snapshots. Since 4.4.3.
    #[inline]
    pub fn disk_snapshots_service(&self) -> DiskSnapshotsService {
        DiskSnapshotsService(self.0.segment("disksnapshots"))
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

wait!(DiskService, Disk, DiskStatus);

request! {
    /// Request of [`DiskService::convert`].
    DiskConvert -> action() {
        /// The wanted `format` (`raw`, `cow`), `sparse`, or both. Since 4.5.
        object(Disk) disk;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        value(String) follow;
    }
}

request! {
    /// Request of [`DiskService::copy`].
    DiskCopy -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Values that override the original: `alias` or `name`; else it is called like the
        /// original.
        object(Disk) disk;
        /// The disk profile of the copy, by `id`; one of its domain if absent. Since 4.2.
        reference(DiskProfile) disk_profile;
        /// Whether only what the user has permissions on counts.
        value(bool) filter;
        /// The quota that the copy counts to, by `id`. Since 4.2.
        reference(Quota) quota;
        /// The domain to copy to, by `id` or `name`, active and of the same data center; mandatory.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`DiskService::export`].
    DiskExport -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        value(bool) filter;
        /// The domain of the image provider, by `id` or `name`; mandatory.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`DiskService::get`].
    DiskGet -> document(Disk) {
        /// Also return what costs extra queries.
        query(bool) all_content;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`DiskService::move_`].
    DiskMove -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The disk profile on the new domain, by `id`; one of that domain if absent. Since 4.2.
        reference(DiskProfile) disk_profile;
        /// Whether only what the user has permissions on counts.
        value(bool) filter;
        /// The quota that the disk then counts to, by `id`. Since 4.2.
        reference(Quota) quota;
        /// The domain to move to, by `id` or `name`, active and of the same data center; mandatory.
        reference(StorageDomain) storage_domain;
    }
}

request! {
    /// Request of [`DiskService::reduce`].
    DiskReduce -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`DiskService::refresh_lun`].
    DiskRefreshLun -> action() {
        /// The host that looks, by `id` or `name`, up; mandatory. Since 4.2.
        reference(Host) host;
    }
}

request! {
    /// Request of [`DiskService::remove`].
    DiskRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`DiskService::sparsify`].
    DiskSparsify -> action();
}

request! {
    /// Request of [`DiskService::update`].
    DiskUpdate -> document(Disk);
}
