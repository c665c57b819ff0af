//! Adds many disks at once and waits until all are ready.
//!
//! ```text
//! 3 disks are ok
//! ```

use ovirt::types::{Disk, DiskFormat, DiskStatus, StorageDomain};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let disks = connection.system_service().disks_service();
    // All requests are sent now; they run in parallel.
    let adding: Vec<_> = (1..=3)
        .map(|number| {
            let disk = Disk::new()
                .alias(format!("scratch{number}"))
                .format(DiskFormat::Cow)
                .provisioned_size(1 << 30)
                .storage_domains([StorageDomain::named("data1")]);
            disks.add(disk).spawn()
        })
        .collect();
    let mut ready = 0;
    for disk in adding {
        let disk = disk.await?;
        disks
            .disk_service(&disk)
            .wait_for_status(DiskStatus::Ok)
            .await?;
        ready += 1;
    }
    println!("{ready} disks are ok");
    Ok(())
}
