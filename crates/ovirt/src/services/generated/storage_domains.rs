//! `StorageDomainsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, StorageDomain};

service! {
    /// The storage domains of the engine, in whatever data center or none.
    ///
    /// API path: `/storagedomains`
    StorageDomainsService = "storage_domains"
}

impl StorageDomainsService {
    /// Makes a domain on storage, or imports one; it is `unattached` until added to a data center's
    /// domains. Takes as long as the host needs.
    ///
    /// `POST /storagedomains`
    ///
    /// Needs `storage_domain.host.id` or `storage_domain.host.name`, `storage_domain.type`,
    /// `storage_domain.storage.type`.
    #[inline]
    pub fn add(&self, storage_domain: impl Into<StorageDomain>) -> StorageDomainsAdd {
        StorageDomainsAdd(self.0.add::<StorageDomain>("storage_domains.add", storage_domain.into()).requires("storage_domain.host.id|storage_domain.host.name, storage_domain.type, storage_domain.storage.type"))
    }

    /// Makes a domain on LUNs (iSCSI, Fibre Channel); with `id` and `import`, takes over one that
    /// exists on them.
    ///
    /// `POST /storagedomains`
    #[inline]
    pub fn add_block_domain(&self, storage_domain: impl Into<StorageDomain>) -> StorageDomainsAdd {
        self.add(storage_domain)
    }

    /// Makes or imports a domain on an NFS export, `storage.address` and `storage.path`.
    ///
    /// `POST /storagedomains`
    ///
    /// Needs `storage_domain.storage.address`, `storage_domain.storage.path`.
    #[inline]
    pub fn add_by_path(&self, storage_domain: impl Into<StorageDomain>) -> StorageDomainsAdd {
        StorageDomainsAdd(
            self.add(storage_domain)
                .0
                .requires("storage_domain.storage.address, storage_domain.storage.path"),
        )
    }

    /// Makes a domain on LUNs that are named with all it takes to reach them by iSCSI; LUNs with
    /// data need `override_luns`.
    ///
    /// `POST /storagedomains`
    ///
    /// Needs `storage_domain.storage.logical_units[].address`,
    /// `storage_domain.storage.logical_units[].id`, `storage_domain.storage.logical_units[].port`,
    /// `storage_domain.storage.logical_units[].target`.
    #[inline]
    pub fn add_direct_lun(&self, storage_domain: impl Into<StorageDomain>) -> StorageDomainsAdd {
        StorageDomainsAdd(self.add(storage_domain).0.requires("storage_domain.storage.logical_units[].address, storage_domain.storage.logical_units[].id, storage_domain.storage.logical_units[].port, storage_domain.storage.logical_units[].target"))
    }

    /// Makes or imports a domain on Gluster or another POSIX file system, with `path` and
    /// `vfs_type` as for `mount`.
    ///
    /// `POST /storagedomains`
    ///
    /// Needs `storage_domain.storage.path`, `storage_domain.storage.vfs_type`.
    #[doc(alias = "add_gluster_or_postfs")]
    #[inline]
    pub fn add_gluster_or_posixfs(
        &self,
        storage_domain: impl Into<StorageDomain>,
    ) -> StorageDomainsAdd {
        StorageDomainsAdd(
            self.add(storage_domain)
                .0
                .requires("storage_domain.storage.path, storage_domain.storage.vfs_type"),
        )
    }

    /// Makes a domain in a directory of one host, for a data center that is `local`.
    ///
    /// `POST /storagedomains`
    ///
    /// Needs `storage_domain.storage.path`.
    #[inline]
    pub fn add_local(&self, storage_domain: impl Into<StorageDomain>) -> StorageDomainsAdd {
        StorageDomainsAdd(
            self.add(storage_domain)
                .0
                .requires("storage_domain.storage.path"),
        )
    }

    /// The domains, by name; searchable by `name`, `status`, `datacenter`, `type`, sizes in GiB and
    /// more.
    ///
    /// `GET /storagedomains`
    #[inline]
    pub fn list(&self) -> StorageDomainsList {
        StorageDomainsList(self.0.get("storage_domains.list"))
    }

    /// One domain, by its identifier.
    #[inline]
    pub fn storage_domain_service(
        &self,
        id: impl Identifier<StorageDomain>,
    ) -> StorageDomainService {
        StorageDomainService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageDomainsService::add`].
    StorageDomainsAdd -> document(StorageDomain);
}

request! {
    /// Request of [`StorageDomainsService::list`].
    StorageDomainsList -> document(List<StorageDomain>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Whether only what the user has permissions on counts.
        query(bool) filter;
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

stream!(StorageDomainsList, StorageDomain);
pages!(StorageDomainsList, StorageDomain);
named!(StorageDomainsService, StorageDomain, "name" = "name");
