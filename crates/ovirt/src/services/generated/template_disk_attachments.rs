//! `TemplateDiskAttachmentsService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::TemplateDiskAttachmentService;
use crate::stream::stream;
use crate::types::{DiskAttachment, Identifier, List};

service! {
    /// Template disk attachments, as a collection.
    ///
    /// API path: `/templates/{template:id}/diskattachments`
    TemplateDiskAttachmentsService = "template_disk_attachments"
}

impl TemplateDiskAttachmentsService {
    /// Lists the template disk attachments.
    ///
    /// `GET /templates/{template:id}/diskattachments`
    #[inline]
    pub fn list(&self) -> TemplateDiskAttachmentsList {
        TemplateDiskAttachmentsList(self.0.get("template_disk_attachments.list"))
    }

    /// The attachment with this identifier.
    #[inline]
    pub fn attachment_service(
        &self,
        id: impl Identifier<DiskAttachment>,
    ) -> TemplateDiskAttachmentService {
        TemplateDiskAttachmentService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TemplateDiskAttachmentsService::list`].
    TemplateDiskAttachmentsList -> document(List<DiskAttachment>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(TemplateDiskAttachmentsList, DiskAttachment);
