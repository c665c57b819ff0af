//! `StorageDomainVmsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainVmService;
use crate::stream::stream;
use crate::types::{Identifier, List, Vm};

service! {
    /// The VMs that lie on a storage domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/vms`
    StorageDomainVmsService = "storage_domain_vms"
}

impl StorageDomainVmsService {
    /// VMs of an export domain; of a data domain the registered ones or, with `unregistered`, all
    /// others.
    ///
    /// `GET /storagedomains/{storage_domain:id}/vms`
    #[inline]
    pub fn list(&self) -> StorageDomainVmsList {
        StorageDomainVmsList(self.0.get("storage_domain_vms.list"))
    }

    /// One VM, by its identifier.
    #[inline]
    pub fn vm_service(&self, id: impl Identifier<Vm>) -> StorageDomainVmService {
        StorageDomainVmService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageDomainVmsService::list`].
    StorageDomainVmsList -> document(List<Vm>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Return the VMs on the domain that the engine does not know; false if absent. Since
        /// 4.1.1.
        query(bool) unregistered;
    }
}

stream!(StorageDomainVmsList, Vm);
named!(StorageDomainVmsService, Vm, "name");
