//! Attaches a LUN of an iSCSI target to a VM.
//!
//! ```text
//! vm2 has 2 disks
//! ```

use ovirt::types::{Disk, DiskAttachment, DiskInterface, HostStorage, LogicalUnit, StorageType};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let attachments = vms
        .vm_service(&vms.named("vm2").await?)
        .disk_attachments_service();
    let unit = LogicalUnit::new()
        .id("36001405e3a0b1c2d")
        .address("10.0.2.5")
        .port(3260)
        .target("iqn.2026-11.com.example:storage");
    let storage = HostStorage::new()
        .type_(StorageType::Iscsi)
        .logical_units([unit]);
    let attachment = DiskAttachment::new()
        .disk(Disk::new().alias("lun").lun_storage(storage))
        .interface(DiskInterface::VirtioScsi)
        .bootable(false);
    attachments.add(attachment).await?;
    println!("vm2 has {} disks", attachments.list().await?.len());
    Ok(())
}
