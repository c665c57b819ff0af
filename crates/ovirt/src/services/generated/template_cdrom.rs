//! `TemplateCdromService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Cdrom;
use crate::wait::wait;

service! {
    /// A template cdrom.
    ///
    /// API path: `/templates/{template:id}/cdroms/{cdrom:id}`
    TemplateCdromService = "template_cdrom"
}

impl TemplateCdromService {
    /// Reads the template cdrom.
    ///
    /// `GET /templates/{template:id}/cdroms/{cdrom:id}`
    #[inline]
    pub fn get(&self) -> TemplateCdromGet {
        TemplateCdromGet(self.0.get("template_cdrom.get"))
    }
}

wait!(TemplateCdromService, Cdrom);

request! {
    /// Request of [`TemplateCdromService::get`].
    TemplateCdromGet -> document(Cdrom) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
