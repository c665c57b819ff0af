//! Adds a MAC pool and makes a cluster use it.
//!
//! ```text
//! Default uses lab
//! ```

use ovirt::types::{Cluster, MacPool, Range};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let range = Range::new()
        .from("56:6f:1a:00:00:00")
        .to("56:6f:1a:00:00:ff");
    let pool = system
        .mac_pools_service()
        .add(MacPool::named("lab").ranges([range]))
        .await?;
    let clusters = system.clusters_service();
    clusters
        .cluster_service(&clusters.named("Default").await?)
        .update(Cluster::new().mac_pool(&pool))
        .await?;
    println!("Default uses lab");
    Ok(())
}
