//! Adds a disk that belongs to no VM and waits until it is ready.
//!
//! ```text
//! archive is ok
//! ```

use ovirt::types::{Disk, DiskFormat, DiskStatus, StorageDomain};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let disks = connection.system_service().disks_service();
    let disk = Disk::new()
        .alias("archive")
        .format(DiskFormat::Cow)
        .provisioned_size(10 << 30)
        .storage_domains([StorageDomain::named("data1")]);
    let disk = disks.add(disk).await?;
    disks
        .disk_service(&disk)
        .wait_for_status(DiskStatus::Ok)
        .await?;
    println!("archive is ok");
    Ok(())
}
