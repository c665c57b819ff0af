//! `DisksService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DiskService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Disk, Identifier, List};

service! {
    /// The disks of the engine, attached to VMs or not.
    ///
    /// API path: `/disks`
    DisksService = "disks"
}

impl DisksService {
    /// Adds a floating disk: returned at once with `status` `locked`; wait for `ok`. A LUN disk has
    /// no status and is ready.
    ///
    /// `POST /disks`
    ///
    /// Needs `disk.provisioned_size` or `disk.lun_storage.type`, `disk.format` or
    /// `disk.lun_storage.type`.
    #[inline]
    pub fn add(&self, disk: impl Into<Disk>) -> DisksAdd {
        DisksAdd(self.0.add::<Disk>("disks.add", disk.into()).requires(
            "disk.provisioned_size|disk.lun_storage.type, disk.format|disk.lun_storage.type",
        ))
    }

    /// Adds a disk that is a LUN of the storage as it is: `lun_storage.type`, and for iSCSI
    /// address, port, target and id of the LUN.
    ///
    /// `POST /disks`
    ///
    /// Needs `disk.lun_storage.logical_units[].address`, `disk.lun_storage.logical_units[].id`,
    /// `disk.lun_storage.logical_units[].port`, `disk.lun_storage.logical_units[].target`,
    /// `disk.lun_storage.type`.
    #[inline]
    pub fn add_lun(&self, disk: impl Into<Disk>) -> DisksAdd {
        DisksAdd(self.add(disk).0.requires("disk.lun_storage.logical_units[].address, disk.lun_storage.logical_units[].id, disk.lun_storage.logical_units[].port, disk.lun_storage.logical_units[].target, disk.lun_storage.type"))
    }

    /// Adds an image disk; `storage_domains` names one data domain, `format` is `raw` or `cow`,
    /// `sparse` false allocates all space.
    ///
    /// `POST /disks`
    ///
    /// Needs `disk.provisioned_size`.
    #[inline]
    pub fn add_on_storage_domain(&self, disk: impl Into<Disk>) -> DisksAdd {
        DisksAdd(self.add(disk).0.requires("disk.provisioned_size"))
    }

    /// The disks, by alias; searchable by `alias`, `status`, `vm_names`, `disk_content_type` and
    /// more.
    ///
    /// `GET /disks`
    #[inline]
    pub fn list(&self) -> DisksList {
        DisksList(self.0.get("disks.list"))
    }

    /// One disk, by its identifier.
    #[inline]
    pub fn disk_service(&self, id: impl Identifier<Disk>) -> DiskService {
        DiskService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DisksService::add`].
    DisksAdd -> document(Disk);
}

request! {
    /// Request of [`DisksService::list`].
    DisksList -> document(List<Disk>) {
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

stream!(DisksList, Disk);
pages!(DisksList, Disk);
named!(DisksService, Disk, "alias" = "alias");
