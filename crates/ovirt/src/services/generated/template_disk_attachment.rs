//! `TemplateDiskAttachmentService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::DiskAttachment;
use crate::wait::wait;

service! {
    /// A template disk attachment.
    ///
    /// API path: `/templates/{template:id}/diskattachments/{attachment:id}`
    TemplateDiskAttachmentService = "template_disk_attachment"
}

impl TemplateDiskAttachmentService {
    /// Reads the template disk attachment.
    ///
    /// `GET /templates/{template:id}/diskattachments/{attachment:id}`
    #[inline]
    pub fn get(&self) -> TemplateDiskAttachmentGet {
        TemplateDiskAttachmentGet(self.0.get("template_disk_attachment.get"))
    }

    /// Removes the template disk attachment.
    ///
    /// `DELETE /templates/{template:id}/diskattachments/{attachment:id}`
    #[inline]
    pub fn remove(&self) -> TemplateDiskAttachmentRemove {
        TemplateDiskAttachmentRemove(self.0.remove("template_disk_attachment.remove"))
    }
}

wait!(TemplateDiskAttachmentService, DiskAttachment);

request! {
    /// Request of [`TemplateDiskAttachmentService::get`].
    TemplateDiskAttachmentGet -> document(DiskAttachment) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`TemplateDiskAttachmentService::remove`].
    TemplateDiskAttachmentRemove -> nothing() {
        /// Whether it is done even where the engine would refuse.
        query(bool) force;
        /// Storage domain that it is about.
        query(String) storage_domain;
    }
}
