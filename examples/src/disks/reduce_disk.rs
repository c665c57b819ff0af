//! Shrinks the volume of a disk to the size it needs.
//!
//! ```text
//! vm4_Disk1 is ok
//! ```

use ovirt::types::DiskStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let disks = connection.system_service().disks_service();
    let disk = disks.disk_service(&disks.named("vm4_Disk1").await?);
    disk.reduce().await?;
    disk.wait_for_status(DiskStatus::Ok).await?;
    println!("vm4_Disk1 is ok");
    Ok(())
}
