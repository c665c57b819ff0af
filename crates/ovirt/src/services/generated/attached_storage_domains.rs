//! `AttachedStorageDomainsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AttachedStorageDomainService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, StorageDomain};

service! {
    /// The storage domains of one data center.
    ///
    /// API path: `/datacenters/{data_center:id}/storagedomains`
    AttachedStorageDomainsService = "attached_storage_domains"
}

impl AttachedStorageDomainsService {
    /// Attaches an unattached domain: it is `locked`, then `active` (ISO and export domains:
    /// `maintenance`). The first data domain becomes the master and brings the data center up.
    ///
    /// `POST /datacenters/{data_center:id}/storagedomains`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn add(&self, storage_domain: impl Into<Link<StorageDomain>>) -> AttachedStorageDomainsAdd {
        AttachedStorageDomainsAdd(
            self.0
                .add_reference::<StorageDomain>(
                    "attached_storage_domains.add",
                    storage_domain.into(),
                )
                .requires("storage_domain.id|storage_domain.name"),
        )
    }

    /// All domains of the data center, with their `status` there.
    ///
    /// `GET /datacenters/{data_center:id}/storagedomains`
    #[inline]
    pub fn list(&self) -> AttachedStorageDomainsList {
        AttachedStorageDomainsList(self.0.get("attached_storage_domains.list"))
    }

    /// One attached domain, by its identifier.
    #[inline]
    pub fn storage_domain_service(
        &self,
        id: impl Identifier<StorageDomain>,
    ) -> AttachedStorageDomainService {
        AttachedStorageDomainService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AttachedStorageDomainsService::add`].
    AttachedStorageDomainsAdd -> document(StorageDomain);
}

request! {
    /// Request of [`AttachedStorageDomainsService::list`].
    AttachedStorageDomainsList -> document(List<StorageDomain>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AttachedStorageDomainsList, StorageDomain);
named!(AttachedStorageDomainsService, StorageDomain, "name");
