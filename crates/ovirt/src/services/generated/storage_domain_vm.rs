//! `StorageDomainVmService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{StorageDomainContentDisksService, StorageDomainVmDiskAttachmentsService};
use crate::types::{
    Cluster, RegistrationConfiguration, StorageDomain, Vm, VmStatus, VnicProfileMapping,
};
use crate::wait::wait;

service! {
    /// One VM that lies on a storage domain: exported, or not registered.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/vms/{vm:id}`
    StorageDomainVmService = "storage_domain_vm"
}

impl StorageDomainVmService {
    /// Reads the VM as the domain describes it.
    ///
    /// `GET /storagedomains/{storage_domain:id}/vms/{vm:id}`
    #[inline]
    pub fn get(&self) -> StorageDomainVmGet {
        StorageDomainVmGet(self.0.get("storage_domain_vm.get"))
    }

    /// Copies the VM from an export domain into the engine; it is `image_locked` until its disks
    /// are copied, wait for `down`.
    ///
    /// `POST /storagedomains/{storage_domain:id}/vms/{vm:id}/import`
    #[inline]
    pub fn import(&self) -> StorageDomainVmImport {
        StorageDomainVmImport(self.0.action("storage_domain_vm.import", "import"))
    }

    /// Makes a VM on a data domain known to the engine, with its disks where they are; it is `down`
    /// then.
    ///
    /// `POST /storagedomains/{storage_domain:id}/vms/{vm:id}/register`
    #[inline]
    pub fn register(&self) -> StorageDomainVmRegister {
        StorageDomainVmRegister(self.0.action("storage_domain_vm.register", "register"))
    }

    /// Deletes the VM from the export domain, or the unregistered one with its disks from the data
    /// domain.
    ///
    /// `DELETE /storagedomains/{storage_domain:id}/vms/{vm:id}`
    #[inline]
    pub fn remove(&self) -> StorageDomainVmRemove {
        StorageDomainVmRemove(self.0.remove("storage_domain_vm.remove"))
    }

    /// How the VM's disks are attached to it. Since 4.0.4.
    #[inline]
    pub fn disk_attachments_service(&self) -> StorageDomainVmDiskAttachmentsService {
        StorageDomainVmDiskAttachmentsService(self.0.segment("diskattachments"))
    }

    /// Disks of the VM.
    #[inline]
    pub fn disks_service(&self) -> StorageDomainContentDisksService {
        StorageDomainContentDisksService(self.0.segment("disks"))
    }
}

wait!(StorageDomainVmService, Vm, VmStatus);

request! {
    /// Request of [`StorageDomainVmService::get`].
    StorageDomainVmGet -> document(Vm) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`StorageDomainVmService::import`].
    StorageDomainVmImport -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether to assign new identifiers and MAC addresses, so that it can coexist with the
        /// original; requires a new name. False if absent.
        #[doc(alias = "clone")]
        value(bool) clone_;
        /// The cluster for it, by `id` or `name`.
        reference(Cluster) cluster;
        /// Whether its snapshots are merged into its disks; needed to clone it or change the disks'
        /// format. False if absent.
        value(bool) collapse_snapshots;
        /// Whether conflicting objects may be overwritten, as far as the engine supports it; false
        /// if absent.
        value(bool) exclusive;
        /// The data domain for its disks, by `id` or `name`.
        reference(StorageDomain) storage_domain;
        /// Values that override the original: `name`, needed with `clone`, and format or place of
        /// single disks.
        object(Vm) vm;
    }
}

request! {
    /// Request of [`StorageDomainVmService::register`].
    StorageDomainVmRegister -> action() {
        /// Whether missing disks are left out; else a missing one is an error. False if absent.
        /// Since 4.1.
        value(bool) allow_partial_import;
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether to assign new identifiers; false if absent.
        #[doc(alias = "clone")]
        value(bool) clone_;
        /// The cluster for it, by `id` or `name`; may come from the mappings instead.
        reference(Cluster) cluster;
        /// Whether MAC addresses outside of the cluster's pool, or taken, are replaced by new ones;
        /// false if absent. Since 4.1.
        value(bool) reassign_bad_macs;
        /// What clusters, roles, domains, affinity groups and vNIC profiles of the former engine
        /// are called here. Since 4.2.
        object(RegistrationConfiguration) registration_configuration;
        /// Values that override the original, such as `name`.
        object(Vm) vm;
        /// Which vNIC profile takes the place of which; now part of `registration_configuration`.
        /// Since 4.1. Deprecated.
        list(VnicProfileMapping) vnic_profile_mappings;
    }
}

request! {
    /// Request of [`StorageDomainVmService::remove`].
    StorageDomainVmRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
