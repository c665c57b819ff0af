//! Moves a host to maintenance and removes it.
//!
//! ```text
//! host2 is gone
//! ```

use ovirt::types::HostStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let hosts = connection.system_service().hosts_service();
    let host = hosts.host_service(&hosts.named("host2").await?);
    host.deactivate().await?;
    host.wait_for_status(HostStatus::Maintenance).await?;
    host.remove().await?;
    host.wait_until_gone().await?;
    println!("host2 is gone");
    Ok(())
}
