//! `StorageDomainVmDiskAttachmentService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::DiskAttachment;
use crate::wait::wait;

service! {
    /// One attachment of a disk to a VM on a storage domain. Since 4.0.4.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/vms/{vm:id}/diskattachments/{attachment:id}`
    StorageDomainVmDiskAttachmentService = "storage_domain_vm_disk_attachment"
}

impl StorageDomainVmDiskAttachmentService {
    /// Reads the attachment; its identifier is that of the disk. Since 4.0.4.
    ///
    /// `GET /storagedomains/{storage_domain:id}/vms/{vm:id}/diskattachments/{attachment:id}`
    #[inline]
    pub fn get(&self) -> StorageDomainVmDiskAttachmentGet {
        StorageDomainVmDiskAttachmentGet(self.0.get("storage_domain_vm_disk_attachment.get"))
    }
}

wait!(StorageDomainVmDiskAttachmentService, DiskAttachment);

request! {
    /// Request of [`StorageDomainVmDiskAttachmentService::get`].
    StorageDomainVmDiskAttachmentGet -> document(DiskAttachment) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
