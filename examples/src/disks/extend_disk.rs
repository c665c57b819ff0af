//! Grows a disk of a VM and waits until it is done.
//!
//! ```text
//! vm4_Disk1 has grown by 1 GiB
//! ```

use ovirt::types::{Disk, DiskAttachment, DiskStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms = system.vms_service();
    let attachments = vms
        .vm_service(&vms.named("vm4").await?)
        .disk_attachments_service();
    let disk = system.disks_service().named("vm4_Disk1").await?;
    let size = disk.provisioned_size.unwrap_or_default() + (1 << 30);
    attachments
        .attachment_service(&disk)
        .update(DiskAttachment::new().disk(Disk::new().provisioned_size(size)))
        .await?;
    system
        .disks_service()
        .disk_service(&disk)
        .wait_for_status(DiskStatus::Ok)
        .await?;
    println!("vm4_Disk1 has grown by 1 GiB");
    Ok(())
}
