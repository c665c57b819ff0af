//! Stops a stateless VM of a pool, so that its next run begins as its template made it.
//!
//! ```text
//! desktops-1 has 2 NICs
//! desktops-1 has 1 NICs
//! ```

use ovirt::types::{Cluster, Nic, Template, VmPool, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let pools = system.vm_pools_service();
    let pool = VmPool::named("desktops")
        .cluster(Cluster::named("Default"))
        .template(Template::named("linux"))
        .size(1);
    let pool = pools.add(pool).await?;
    pools.pool_service(&pool).wait_for_vms().await?;

    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("desktops-1").await?);
    vm.start().await?;
    vm.wait_for_status(VmStatus::Up).await?;
    let nics = vm.nics_service();
    nics.add(Nic::named("nic2")).await?;
    println!("desktops-1 has {} NICs", nics.list().await?.len());
    vm.stop().await?;
    vm.wait_for_status(VmStatus::Down).await?;
    println!("desktops-1 has {} NICs", nics.list().await?.len());
    Ok(())
}
