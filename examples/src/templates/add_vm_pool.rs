//! Adds a pool of VMs from a template.
//!
//! ```text
//! desktops has 2 VMs
//! ```

use ovirt::types::{Cluster, Template, VmPool};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let pools = connection.system_service().vm_pools_service();
    let pool = VmPool::named("desktops")
        .cluster(Cluster::named("Default"))
        .template(Template::named("linux"))
        .size(2)
        .max_user_vms(1);
    let pool = pools.add(pool).await?;
    pools.pool_service(&pool).wait_for_vms().await?;
    println!("desktops has 2 VMs");
    Ok(())
}
