//! `StorageDomainService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedDiskProfilesService, AssignedPermissionsService, DiskSnapshotsService, FilesService,
    ImagesService, StorageDomainDisksService, StorageDomainServerConnectionsService,
    StorageDomainTemplatesService, StorageDomainVmsService,
};
use crate::types::{Host, Link, LogicalUnit, StorageDomain, StorageDomainStatus};
use crate::wait::wait;

service! {
    /// One storage domain; `status` is here only while it is unattached, else below its data
    /// center.
    ///
    /// API path: `/storagedomains/{storage_domain:id}`
    StorageDomainService = "storage_domain"
}

impl StorageDomainService {
    /// Reads the domain: sizes in bytes, format, storage; for its state in a data center read it
    /// there.
    ///
    /// `GET /storagedomains/{storage_domain:id}`
    #[inline]
    pub fn get(&self) -> StorageDomainGet {
        StorageDomainGet(self.0.get("storage_domain.get"))
    }

    /// Asks, through a host, whether the domain's own data says that it belongs to a data center.
    ///
    /// `POST /storagedomains/{storage_domain:id}/isattached`
    ///
    /// Needs `host.id`.
    #[inline]
    pub fn is_attached(&self, host: impl Into<Link<Host>>) -> StorageDomainIsAttached {
        StorageDomainIsAttached(
            self.0
                .action("storage_domain.is_attached", "isattached")
                .requires("action.host.id"),
        )
        .host(host)
    }

    /// Takes LUNs out of a block domain after moving their data to its other LUNs; the domain must
    /// be in maintenance. Since 4.1.
    ///
    /// `POST /storagedomains/{storage_domain:id}/reduceluns`
    #[inline]
    pub fn reduce_luns(&self) -> StorageDomainReduceLuns {
        StorageDomainReduceLuns(self.0.action("storage_domain.reduce_luns", "reduceluns"))
    }

    /// Makes a block domain use the new size of LUNs that were grown on the storage; `available`
    /// grows then.
    ///
    /// `POST /storagedomains/{storage_domain:id}/refreshluns`
    #[inline]
    pub fn refresh_luns(&self) -> StorageDomainRefreshLuns {
        StorageDomainRefreshLuns(self.0.action("storage_domain.refresh_luns", "refreshluns"))
    }

    /// Removes an unattached domain, through a host; 409 while it is attached to a data center,
    /// detach it there first.
    ///
    /// `DELETE /storagedomains/{storage_domain:id}`
    #[inline]
    pub fn remove(&self) -> StorageDomainRemove {
        StorageDomainRemove(self.0.remove("storage_domain.remove"))
    }

    /// Changes name, comments, thresholds and wiping; LUNs given in `storage` extend a block
    /// domain.
    ///
    /// `PUT /storagedomains/{storage_domain:id}`
    #[inline]
    pub fn update(&self, storage_domain: impl Into<StorageDomain>) -> StorageDomainUpdate {
        StorageDomainUpdate(
            self.0
                .update::<StorageDomain>("storage_domain.update", storage_domain.into()),
        )
    }

    /// Writes the descriptions (OVF) of VMs and templates to the domain now; continues after the
    /// response.
    ///
    /// `POST /storagedomains/{storage_domain:id}/updateovfstore`
    #[inline]
    pub fn update_ovf_store(&self) -> StorageDomainUpdateOvfStore {
        StorageDomainUpdateOvfStore(
            self.0
                .action("storage_domain.update_ovf_store", "updateovfstore"),
        )
    }

    /// Disk profiles of the domain.
    #[inline]
    pub fn disk_profiles_service(&self) -> AssignedDiskProfilesService {
        AssignedDiskProfilesService(self.0.segment("diskprofiles"))
    }

    /// Layers of disks that belong to snapshots.
    #[inline]
    pub fn disk_snapshots_service(&self) -> DiskSnapshotsService {
        DiskSnapshotsService(self.0.segment("disksnapshots"))
    }

    /// Disks on the domain.
    #[inline]
    pub fn disks_service(&self) -> StorageDomainDisksService {
        StorageDomainDisksService(self.0.segment("disks"))
    }

    /// Files of an ISO domain, ISO images of a data domain.
    #[inline]
    pub fn files_service(&self) -> FilesService {
        FilesService(self.0.segment("files"))
    }

    /// Images of a domain of an image provider.
    #[inline]
    pub fn images_service(&self) -> ImagesService {
        ImagesService(self.0.segment("images"))
    }

    /// Permissions on the domain.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// How hosts reach the domain's storage.
    #[inline]
    pub fn storage_connections_service(&self) -> StorageDomainServerConnectionsService {
        StorageDomainServerConnectionsService(self.0.segment("storageconnections"))
    }

    /// Templates on the domain: all of an export domain, or those to register.
    #[inline]
    pub fn templates_service(&self) -> StorageDomainTemplatesService {
        StorageDomainTemplatesService(self.0.segment("templates"))
    }

    /// VMs on the domain: all of an export domain, or those to register.
    #[inline]
    pub fn vms_service(&self) -> StorageDomainVmsService {
        StorageDomainVmsService(self.0.segment("vms"))
    }
}

wait!(StorageDomainService, StorageDomain, StorageDomainStatus);

request! {
    /// Request of [`StorageDomainService::get`].
    StorageDomainGet -> document(StorageDomain) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`StorageDomainService::is_attached`].
    StorageDomainIsAttached -> value(bool, is_attached) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The host that looks, by `id`; it must be up.
        reference(Host) host;
    }
}

request! {
    /// Request of [`StorageDomainService::reduce_luns`].
    StorageDomainReduceLuns -> action() {
        /// The LUNs to take out, by `id`; at least one has to stay. Since 4.1.
        list(LogicalUnit) logical_units;
    }
}

request! {
    /// Request of [`StorageDomainService::refresh_luns`].
    StorageDomainRefreshLuns -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The LUNs that were grown, by `id`.
        list(LogicalUnit) logical_units;
    }
}

request! {
    /// Request of [`StorageDomainService::remove`].
    StorageDomainRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Forget the domain without touching the storage, regardless of its state; no host is
        /// needed then. False if absent.
        query(bool) destroy;
        /// Wipe the domain off the storage; else its data stays and can be imported again. False if
        /// absent.
        query(bool) format;
        /// The host that does it, by identifier or name, up; mandatory except with `destroy`.
        query(String) host;
    }
}

request! {
    /// Request of [`StorageDomainService::update`].
    StorageDomainUpdate -> document(StorageDomain) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`StorageDomainService::update_ovf_store`].
    StorageDomainUpdateOvfStore -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}
