//! Shrinks the volume of a disk on block storage to the size it needs.
//!
//! ```text
//! fast is active
//! data is ok
//! ```

use ovirt::types::{Disk, DiskFormat, DiskStatus, StorageDomain};
use ovirt::{Connection, Result};

use crate::storage::add_iscsi_data_storage_domain;

pub async fn run(connection: &Connection) -> Result<()> {
    add_iscsi_data_storage_domain::run(connection).await?;
    let disks = connection.system_service().disks_service();
    let new = Disk::named("data")
        .format(DiskFormat::Cow)
        .provisioned_size(1 << 30)
        .storage_domains([StorageDomain::named("fast")]);
    let disk = disks.add(new).await?;
    let disk = disks.disk_service(&disk);
    disk.wait_for_status(DiskStatus::Ok).await?;

    // Volumes on file storage already have the size they need.
    disk.reduce().await?;
    disk.wait_for_status(DiskStatus::Ok).await?;
    println!("data is ok");
    Ok(())
}
