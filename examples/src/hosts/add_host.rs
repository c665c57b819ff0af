//! Adds a host and waits until it is up.
//!
//! ```text
//! host3 is up
//! ```

use ovirt::types::{Cluster, Host, HostStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let hosts = connection.system_service().hosts_service();
    let host = Host::named("host3")
        .address("host3.example.com")
        .root_password("secret")
        .cluster(Cluster::named("Default"));
    let host = hosts.add(host).await?;
    hosts
        .host_service(&host)
        .wait_for_status(HostStatus::Up)
        .await?;
    println!("host3 is up");
    Ok(())
}
