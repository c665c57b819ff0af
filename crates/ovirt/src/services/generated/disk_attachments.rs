//! `DiskAttachmentsService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::DiskAttachmentService;
use crate::stream::stream;
use crate::types::{DiskAttachment, Identifier, List};

service! {
    /// The disks of a VM or template, with how they are attached.
    ///
    /// API path: `/vms/{vm:id}/diskattachments`
    DiskAttachmentsService = "disk_attachments"
}

impl DiskAttachmentsService {
    /// Attaches a disk that exists, or makes a new one and attaches it; a new one is `locked` until
    /// the engine's task ends, wait for `ok`.
    ///
    /// `POST /vms/{vm:id}/diskattachments`
    ///
    /// Needs `attachment.disk.id` or `attachment.disk.provisioned_size` or
    /// `attachment.disk.lun_storage.type`, `attachment.disk.id` or `attachment.disk.format` or
    /// `attachment.disk.lun_storage.type`.
    #[inline]
    pub fn add(&self, attachment: impl Into<DiskAttachment>) -> DiskAttachmentsAdd {
        DiskAttachmentsAdd(self.0.add::<DiskAttachment>("disk_attachments.add", attachment.into()).requires("attachment.disk.id|attachment.disk.provisioned_size|attachment.disk.lun_storage.type, attachment.disk.id|attachment.disk.format|attachment.disk.lun_storage.type"))
    }

    /// Attaches a disk that exists; set `active` to true or the VM will not see it.
    ///
    /// `POST /vms/{vm:id}/diskattachments`
    ///
    /// Needs `attachment.disk.id`.
    #[inline]
    pub fn add_providing_disk_id(
        &self,
        attachment: impl Into<DiskAttachment>,
    ) -> DiskAttachmentsAdd {
        DiskAttachmentsAdd(self.add(attachment).0.requires("attachment.disk.id"))
    }

    /// Makes a new disk and attaches it; it needs `provisioned_size`, `format` and a storage domain
    /// in `disk` as well.
    ///
    /// `POST /vms/{vm:id}/diskattachments`
    ///
    /// Needs `attachment.bootable`, `attachment.interface`, `attachment.pass_discard`.
    #[doc(alias = "add_signature1")]
    #[inline]
    pub fn add_new_disk(&self, attachment: impl Into<DiskAttachment>) -> DiskAttachmentsAdd {
        DiskAttachmentsAdd(
            self.add(attachment)
                .0
                .requires("attachment.bootable, attachment.interface, attachment.pass_discard"),
        )
    }

    /// All disks that are attached to the VM or template, active or not. Empty for an unknown VM.
    ///
    /// `GET /vms/{vm:id}/diskattachments`
    #[inline]
    pub fn list(&self) -> DiskAttachmentsList {
        DiskAttachmentsList(self.0.get("disk_attachments.list"))
    }

    /// One attachment, by the identifier of its disk.
    #[inline]
    pub fn attachment_service(&self, id: impl Identifier<DiskAttachment>) -> DiskAttachmentService {
        DiskAttachmentService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DiskAttachmentsService::add`].
    DiskAttachmentsAdd -> document(DiskAttachment);
}

request! {
    /// Request of [`DiskAttachmentsService::list`].
    DiskAttachmentsList -> document(List<DiskAttachment>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(DiskAttachmentsList, DiskAttachment);
