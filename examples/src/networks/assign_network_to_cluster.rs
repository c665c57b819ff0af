//! Assigns a network to a cluster.
//!
//! ```text
//! web is assigned to Default
//! ```

use ovirt::types::Network;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let clusters = system.clusters_service();
    let cluster = clusters.cluster_service(&clusters.named("Default").await?);
    let network = system.networks_service().named("web").await?;
    let network = Network::with_id(network.try_id()?).required(false);
    cluster.networks_service().add(network).await?;
    println!("web is assigned to Default");
    Ok(())
}
