//! Lists the volumes of the snapshots of a VM's disks.
//!
//! ```text
//! before upgrade: vm1_Disk1
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let snapshots = vms.vm_service(&vms.named("vm1").await?).snapshots_service();
    let snapshot = snapshots.named("before upgrade").await?;
    for disk in &snapshots
        .snapshot_service(&snapshot)
        .disks_service()
        .list()
        .await?
    {
        println!(
            "before upgrade: {}",
            disk.alias.as_deref().unwrap_or_default()
        );
    }
    Ok(())
}
