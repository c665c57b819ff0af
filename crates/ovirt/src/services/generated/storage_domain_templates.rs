//! `StorageDomainTemplatesService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainTemplateService;
use crate::stream::stream;
use crate::types::{Identifier, List, Template};

service! {
    /// The templates that lie on a storage domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/templates`
    StorageDomainTemplatesService = "storage_domain_templates"
}

impl StorageDomainTemplatesService {
    /// Templates of an export domain; of a data domain the registered ones or, with `unregistered`,
    /// all others.
    ///
    /// `GET /storagedomains/{storage_domain:id}/templates`
    #[inline]
    pub fn list(&self) -> StorageDomainTemplatesList {
        StorageDomainTemplatesList(self.0.get("storage_domain_templates.list"))
    }

    /// One template, by its identifier.
    #[inline]
    pub fn template_service(&self, id: impl Identifier<Template>) -> StorageDomainTemplateService {
        StorageDomainTemplateService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageDomainTemplatesService::list`].
    StorageDomainTemplatesList -> document(List<Template>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Return the templates on the domain that the engine does not know; false if absent. Since
        /// 4.1.1.
        query(bool) unregistered;
    }
}

stream!(StorageDomainTemplatesList, Template);
named!(StorageDomainTemplatesService, Template, "name");
