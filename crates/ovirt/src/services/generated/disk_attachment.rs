//! `DiskAttachmentService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::DiskAttachment;
use crate::wait::wait;

service! {
    /// One disk as it is attached to a VM or template; the identifier is that of the disk.
    ///
    /// API path: `/vms/{vm:id}/diskattachments/{attachment:id}`
    DiskAttachmentService = "disk_attachment"
}

impl DiskAttachmentService {
    /// Reads the attachment: `active`, `bootable`, `interface`; the disk itself is a link.
    ///
    /// `GET /vms/{vm:id}/diskattachments/{attachment:id}`
    #[inline]
    pub fn get(&self) -> DiskAttachmentGet {
        DiskAttachmentGet(self.0.get("disk_attachment.get"))
    }

    /// Detaches the disk, which stays unless `detach_only` is false; deleting it so is a 409 while
    /// a running VM uses it.
    ///
    /// `DELETE /vms/{vm:id}/diskattachments/{attachment:id}`
    #[inline]
    pub fn remove(&self) -> DiskAttachmentRemove {
        DiskAttachmentRemove(self.0.remove("disk_attachment.remove"))
    }

    /// Updates the attachment, and members of its `disk` such as a larger `provisioned_size`;
    /// `active` plugs and unplugs it.
    ///
    /// `PUT /vms/{vm:id}/diskattachments/{attachment:id}`
    #[inline]
    pub fn update(&self, disk_attachment: impl Into<DiskAttachment>) -> DiskAttachmentUpdate {
        DiskAttachmentUpdate(
            self.0
                .update::<DiskAttachment>("disk_attachment.update", disk_attachment.into()),
        )
    }
}

wait!(DiskAttachmentService, DiskAttachment);

request! {
    /// Request of [`DiskAttachmentService::get`].
    DiskAttachmentGet -> document(DiskAttachment) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`DiskAttachmentService::remove`].
    DiskAttachmentRemove -> nothing() {
        /// Whether the disk stays; true if absent, so give false to delete the disk with its data.
        query(bool) detach_only;
    }
}

request! {
    /// Request of [`DiskAttachmentService::update`].
    DiskAttachmentUpdate -> document(DiskAttachment);
}
