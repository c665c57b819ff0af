//! `TemplateCdromsService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::TemplateCdromService;
use crate::stream::stream;
use crate::types::{Cdrom, Identifier, List};

service! {
    /// Template cdroms, as a collection.
    ///
    /// API path: `/templates/{template:id}/cdroms`
    TemplateCdromsService = "template_cdroms"
}

impl TemplateCdromsService {
    /// Lists the template cdroms.
    ///
    /// `GET /templates/{template:id}/cdroms`
    #[inline]
    pub fn list(&self) -> TemplateCdromsList {
        TemplateCdromsList(self.0.get("template_cdroms.list"))
    }

    /// The cdrom with this identifier.
    #[inline]
    pub fn cdrom_service(&self, id: impl Identifier<Cdrom>) -> TemplateCdromService {
        TemplateCdromService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TemplateCdromsService::list`].
    TemplateCdromsList -> document(List<Cdrom>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(TemplateCdromsList, Cdrom);
