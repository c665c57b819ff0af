//! Disks and their attachments.

pub mod add_disks;
pub mod add_floating_disk;
pub mod add_lun_disk_to_vm;
pub mod add_vm_disk;
pub mod cancel_transfer;
pub mod deactivate_disk_attachment;
pub mod delete_disks;
pub mod extend_disk;
pub mod image_transfer;
pub mod list_disk_snapshots;
pub mod list_vm_disks;
pub mod reduce_disk;
pub mod sparsify_disk;
