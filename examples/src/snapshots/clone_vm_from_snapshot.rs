//! Creates a VM from a snapshot of another one.
//!
//! ```text
//! clone is down
//! ```

use ovirt::types::{Cluster, Vm, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let snapshots = vms.vm_service(&vms.named("vm1").await?).snapshots_service();
    let snapshot = snapshots.named("before upgrade").await?;
    let vm = Vm::named("clone")
        .cluster(Cluster::named("Default"))
        .snapshots([&snapshot]);
    let vm = vms.add(vm).await?;
    vms.vm_service(&vm).wait_for_status(VmStatus::Down).await?;
    println!("clone is down");
    Ok(())
}
