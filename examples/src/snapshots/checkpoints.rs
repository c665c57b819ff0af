//! Makes a full and an incremental backup of a disk, and removes the older checkpoint.
//!
//! ```text
//! 1 checkpoints
//! 2 checkpoints
//! 1 checkpoints
//! ```

use ovirt::services::VmService;
use ovirt::types::{Backup, BackupPhase, Disk, DiskBackup};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let disks = system.disks_service();
    let disk = disks.named("vm4_Disk1").await?;
    let id = disk.try_id()?;
    disks
        .disk_service(id)
        .update(Disk::new().backup(DiskBackup::Incremental))
        .await?;

    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("vm4").await?);
    let first = back_up(&vm, Backup::new().disks([Disk::with_id(id)])).await?;
    let incremental = Backup::new()
        .disks([Disk::with_id(id)])
        .from_checkpoint_id(first.as_str());
    back_up(&vm, incremental).await?;

    let checkpoints = vm.checkpoints_service();
    let oldest = checkpoints.checkpoint_service(first.as_str());
    oldest.remove().await?;
    oldest.wait_until_gone().await?;
    println!("{} checkpoints", checkpoints.list().await?.len());
    Ok(())
}

/// Makes a backup and returns the identifier of its checkpoint.
async fn back_up(vm: &VmService, backup: Backup) -> Result<String> {
    let backups = vm.backups_service();
    let backup = backups.add(backup).await?;
    let service = backups.backup_service(&backup);
    service.wait_for_status(BackupPhase::Ready).await?;
    // Here a client would download the data.
    service.finalize().await?;
    let backup = service.wait_for_status(BackupPhase::Succeeded).await?;
    let checkpoints = vm.checkpoints_service().list().await?;
    println!("{} checkpoints", checkpoints.len());
    Ok(backup.to_checkpoint_id.unwrap_or_default())
}
