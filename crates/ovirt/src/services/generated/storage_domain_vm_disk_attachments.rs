//! `StorageDomainVmDiskAttachmentsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StorageDomainVmDiskAttachmentService;
use crate::stream::stream;
use crate::types::{DiskAttachment, Identifier, List};

service! {
    /// How the disks of a VM on a storage domain are attached to it. Since 4.0.4.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/vms/{vm:id}/diskattachments`
    StorageDomainVmDiskAttachmentsService = "storage_domain_vm_disk_attachments"
}

impl StorageDomainVmDiskAttachmentsService {
    /// All disk attachments of the VM, as the domain describes them. Since 4.0.4.
    ///
    /// `GET /storagedomains/{storage_domain:id}/vms/{vm:id}/diskattachments`
    #[inline]
    pub fn list(&self) -> StorageDomainVmDiskAttachmentsList {
        StorageDomainVmDiskAttachmentsList(self.0.get("storage_domain_vm_disk_attachments.list"))
    }

    /// One attachment, by the identifier of its disk. Since 4.0.4.
    #[inline]
    pub fn attachment_service(
        &self,
        id: impl Identifier<DiskAttachment>,
    ) -> StorageDomainVmDiskAttachmentService {
        StorageDomainVmDiskAttachmentService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StorageDomainVmDiskAttachmentsService::list`].
    StorageDomainVmDiskAttachmentsList -> document(List<DiskAttachment>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(StorageDomainVmDiskAttachmentsList, DiskAttachment);
