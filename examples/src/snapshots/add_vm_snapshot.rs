//! Takes a snapshot of a VM and waits until it is ready.
//!
//! ```text
//! my snapshot is ok
//! ```

use ovirt::types::{Snapshot, SnapshotStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let snapshots = vms.vm_service(&vms.named("vm2").await?).snapshots_service();
    let snapshot = snapshots
        .add(Snapshot::new().description("my snapshot"))
        .await?;
    snapshots
        .snapshot_service(&snapshot)
        .wait_for_status(SnapshotStatus::Ok)
        .await?;
    println!("my snapshot is ok");
    Ok(())
}
