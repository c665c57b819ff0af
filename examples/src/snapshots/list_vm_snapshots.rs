//! Lists every snapshot of every VM.
//!
//! ```text
//! vm1: before upgrade
//! ```

use ovirt::types::SnapshotType;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    for vm in &vms.list().follow("snapshots").await? {
        for snapshot in vm.snapshots.iter().flatten() {
            if snapshot.snapshot_type == Some(SnapshotType::Active) {
                continue;
            }
            let description = snapshot.description.as_deref().unwrap_or_default();
            println!("{}: {description}", vm.name.as_deref().unwrap_or_default());
        }
    }
    Ok(())
}
