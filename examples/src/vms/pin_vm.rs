//! Pins a VM to a host.
//!
//! ```text
//! vm2 runs on host2 only
//! ```

use ovirt::types::{Host, Vm, VmAffinity, VmPlacementPolicy};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let policy = VmPlacementPolicy::new()
        .hosts([Host::named("host2")])
        .affinity(VmAffinity::Pinned);
    vms.vm_service(&vms.named("vm2").await?)
        .update(Vm::new().placement_policy(policy))
        .await?;
    println!("vm2 runs on host2 only");
    Ok(())
}
