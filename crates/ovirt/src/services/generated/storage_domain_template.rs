//! `StorageDomainTemplateService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainContentDisksService;
use crate::types::{
    Cluster, RegistrationConfiguration, StorageDomain, Template, TemplateStatus, Vm,
    VnicProfileMapping,
};
use crate::wait::wait;

service! {
    /// One template that lies on a storage domain: exported, or not registered.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/templates/{template:id}`
    StorageDomainTemplateService = "storage_domain_template"
}

impl StorageDomainTemplateService {
    /// Reads the template as the domain describes it.
    ///
    /// `GET /storagedomains/{storage_domain:id}/templates/{template:id}`
    #[inline]
    pub fn get(&self) -> StorageDomainTemplateGet {
        StorageDomainTemplateGet(self.0.get("storage_domain_template.get"))
    }

    /// Copies the template from an export domain into the engine; it is `locked` until its disks
    /// are copied, wait for `ok`.
    ///
    /// `POST /storagedomains/{storage_domain:id}/templates/{template:id}/import`
    #[inline]
    pub fn import(&self) -> StorageDomainTemplateImport {
        StorageDomainTemplateImport(self.0.action("storage_domain_template.import", "import"))
    }

    /// Makes a template on a data domain known to the engine, with its disks where they are; list
    /// such ones with `unregistered`.
    ///
    /// `POST /storagedomains/{storage_domain:id}/templates/{template:id}/register`
    #[inline]
    pub fn register(&self) -> StorageDomainTemplateRegister {
        StorageDomainTemplateRegister(
            self.0
                .action("storage_domain_template.register", "register"),
        )
    }

    /// Deletes the template from the export domain, or the unregistered one with its disks from the
    /// data domain.
    ///
    /// `DELETE /storagedomains/{storage_domain:id}/templates/{template:id}`
    #[inline]
    pub fn remove(&self) -> StorageDomainTemplateRemove {
        StorageDomainTemplateRemove(self.0.remove("storage_domain_template.remove"))
    }

    /// Disks of the template.
    #[inline]
    pub fn disks_service(&self) -> StorageDomainContentDisksService {
        StorageDomainContentDisksService(self.0.segment("disks"))
    }
}

wait!(StorageDomainTemplateService, Template, TemplateStatus);

request! {
    /// Request of [`StorageDomainTemplateService::get`].
    StorageDomainTemplateGet -> document(Template) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`StorageDomainTemplateService::import`].
    StorageDomainTemplateImport -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Whether to assign new identifiers, so that it can coexist with the original; requires a
        /// new name. False if absent.
        #[doc(alias = "clone")]
        value(bool) clone_;
        /// The cluster for it, by `id` or `name`.
        reference(Cluster) cluster;
        /// Whether conflicting objects may be overwritten, as far as the engine supports it; false
        /// if absent.
        value(bool) exclusive;
        /// The data domain for its disks, by `id` or `name`.
        reference(StorageDomain) storage_domain;
        /// Values that override the original: `name`, needed with `clone`.
        object(Template) template;
        /// Which disks go where, by `disk_attachments`.
        object(Vm) vm;
    }
}

request! {
    /// Request of [`StorageDomainTemplateService::register`].
    StorageDomainTemplateRegister -> action() {
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
        /// Whether conflicting objects may be overwritten, as far as the engine supports it; false
        /// if absent.
        value(bool) exclusive;
        /// What clusters, roles, domains and vNIC profiles of the former engine are called here.
        /// Since 4.2.
        object(RegistrationConfiguration) registration_configuration;
        /// Values that override the original, such as `name`.
        object(Template) template;
        /// Which vNIC profile takes the place of which; now part of `registration_configuration`.
        /// Since 4.2. Deprecated.
        list(VnicProfileMapping) vnic_profile_mappings;
    }
}

request! {
    /// Request of [`StorageDomainTemplateService::remove`].
    StorageDomainTemplateRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
