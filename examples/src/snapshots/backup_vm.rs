//! Makes a full backup of the disks of a VM, without reading their data.
//!
//! ```text
//! vm1_Disk1 can be downloaded
//! the backup is complete
//! ```

use ovirt::types::{Backup, BackupPhase, Disk};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm1").await?);
    let attachments = vm.disk_attachments_service().list().await?;
    let disks = attachments
        .iter()
        .filter_map(|attachment| attachment.id.as_deref().map(Disk::with_id));
    let backups = vm.backups_service();
    let backup = backups.add(Backup::new().disks(disks)).await?;
    let backup = backups.backup_service(&backup);
    backup.wait_for_status(BackupPhase::Ready).await?;
    for disk in &backup.disks_service().list().await? {
        let name = disk.name.as_deref().unwrap_or_default();
        println!("{name} can be downloaded");
    }
    backup.finalize().await?;
    backup.wait_for_status(BackupPhase::Succeeded).await?;
    println!("the backup is complete");
    Ok(())
}
