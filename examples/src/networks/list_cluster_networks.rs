//! Lists the networks of a cluster.
//!
//! ```text
//! ovirtmgmt
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let clusters = connection.system_service().clusters_service();
    let cluster = clusters.cluster_service(&clusters.named("Default").await?);
    for network in &cluster.networks_service().list().await? {
        println!("{}", network.name.as_deref().unwrap_or_default());
    }
    Ok(())
}
