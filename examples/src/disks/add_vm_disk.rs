//! Adds a disk to a VM and waits until it is ready.
//!
//! ```text
//! vm2 has 2 disks
//! ```

use ovirt::types::{Disk, DiskAttachment, DiskFormat, DiskInterface, DiskStatus, StorageDomain};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms = system.vms_service();
    let attachments = vms
        .vm_service(&vms.named("vm2").await?)
        .disk_attachments_service();
    let disk = Disk::new()
        .alias("vm2_data")
        .format(DiskFormat::Cow)
        .provisioned_size(10 << 30)
        .storage_domains([StorageDomain::named("data1")]);
    let attachment = DiskAttachment::new()
        .disk(disk)
        .interface(DiskInterface::VirtioScsi)
        .bootable(false)
        .active(true);
    let attachment = attachments.add(attachment).await?;
    // An attachment has the identifier of its disk.
    let id = attachment.try_id()?;
    system
        .disks_service()
        .disk_service(id)
        .wait_for_status(DiskStatus::Ok)
        .await?;
    println!("vm2 has {} disks", attachments.list().await?.len());
    Ok(())
}
