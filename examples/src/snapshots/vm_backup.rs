//! Backs a VM up: takes a snapshot, attaches its disks to an agent VM, cleans up.
//!
//! ```text
//! attached vm1_Disk1 to vm2
//! removed the snapshot
//! ```

use ovirt::types::{
    Disk, DiskAttachment, DiskInterface, Event, LogSeverity, Snapshot, SnapshotStatus,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms = system.vms_service();
    let event = Event::new()
        .severity(LogSeverity::Normal)
        .origin("backup")
        .custom_id(1);
    let started = event.clone().description("backup of vm1 started");
    system.events_service().add(started).await?;

    let snapshots = vms.vm_service(&vms.named("vm1").await?).snapshots_service();
    let new = Snapshot::new()
        .description("backup")
        .persist_memorystate(false);
    let snapshot = snapshots.add(new).await?;
    let service = snapshots.snapshot_service(&snapshot);
    service.wait_for_status(SnapshotStatus::Ok).await?;

    let agent = vms
        .vm_service(&vms.named("vm2").await?)
        .disk_attachments_service();
    for disk in &service.disks_service().list().await? {
        let id = disk.try_id()?;
        let attachment = DiskAttachment::new()
            .disk(Disk::with_id(id).snapshot(&snapshot))
            .interface(DiskInterface::Virtio)
            .active(true);
        agent.add(attachment).await?;
        println!(
            "attached {} to vm2",
            disk.alias.as_deref().unwrap_or_default()
        );
        // Here the agent would read the disk.
        agent.attachment_service(id).remove().await?;
    }
    service.remove().await?;
    service.wait_until_gone().await?;
    println!("removed the snapshot");
    system
        .events_service()
        .add(event.description("backup of vm1 completed").custom_id(2))
        .await?;
    Ok(())
}
