//! Moves a host to another cluster.
//!
//! ```text
//! host2 is up in edge
//! ```

use ovirt::types::{Cluster, Host, HostStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let hosts = connection.system_service().hosts_service();
    let host = hosts.host_service(&hosts.named("host2").await?);
    host.deactivate().await?;
    host.wait_for_status(HostStatus::Maintenance).await?;
    host.update(Host::new().cluster(Cluster::named("edge")))
        .await?;
    host.activate().await?;
    host.wait_for_status(HostStatus::Up).await?;
    println!("host2 is up in edge");
    Ok(())
}
