//! `AttachedStorageDomainService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::AttachedStorageDomainDisksService;
use crate::types::{StorageDomain, StorageDomainStatus};
use crate::wait::wait;

service! {
    /// One storage domain in a data center; unlike at the top level, `status` is always there.
    ///
    /// API path: `/datacenters/{data_center:id}/storagedomains/{storage_domain:id}`
    AttachedStorageDomainService = "attached_storage_domain"
}

impl AttachedStorageDomainService {
    /// Activates the domain, from `maintenance` or `inactive`; wait for `status` to go from
    /// `activating` to `active`. 409 when it is active.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/activate`
    #[inline]
    pub fn activate(&self) -> AttachedStorageDomainActivate {
        AttachedStorageDomainActivate(
            self.0
                .action("attached_storage_domain.activate", "activate"),
        )
    }

    /// Moves the domain to maintenance: `preparing_for_maintenance`, then `maintenance`, to be
    /// waited for. 409 while running VMs have disks on it.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains/{storage_domain:id}/deactivate`
    #[inline]
    pub fn deactivate(&self) -> AttachedStorageDomainDeactivate {
        AttachedStorageDomainDeactivate(
            self.0
                .action("attached_storage_domain.deactivate", "deactivate"),
        )
    }

    /// Reads the domain with its `status` in this data center; 404 where it is not attached.
    ///
    /// `GET /datacenters/{data_center:id}/storagedomains/{storage_domain:id}`
    #[inline]
    pub fn get(&self) -> AttachedStorageDomainGet {
        AttachedStorageDomainGet(self.0.get("attached_storage_domain.get"))
    }

    /// Detaches the domain from the data center, from `maintenance` only, else 409; it is
    /// `unattached` then, and its data stays.
    ///
    /// `DELETE /datacenters/{data_center:id}/storagedomains/{storage_domain:id}`
    #[inline]
    pub fn remove(&self) -> AttachedStorageDomainRemove {
        AttachedStorageDomainRemove(self.0.remove("attached_storage_domain.remove"))
    }

    /// Disks on the domain.
    #[inline]
    pub fn disks_service(&self) -> AttachedStorageDomainDisksService {
        AttachedStorageDomainDisksService(self.0.segment("disks"))
    }
}

wait!(
    AttachedStorageDomainService,
    StorageDomain,
    StorageDomainStatus
);

request! {
    /// Request of [`AttachedStorageDomainService::activate`].
    AttachedStorageDomainActivate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`AttachedStorageDomainService::deactivate`].
    AttachedStorageDomainDeactivate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Go on even if the descriptions of VMs (OVF) cannot be written to the domain before;
        /// false if absent. Since 4.2.
        value(bool) force;
    }
}

request! {
    /// Request of [`AttachedStorageDomainService::get`].
    AttachedStorageDomainGet -> document(StorageDomain) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AttachedStorageDomainService::remove`].
    AttachedStorageDomainRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
