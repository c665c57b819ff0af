//! Checks for updates of a host and upgrades it.
//!
//! ```text
//! host2 is up
//! ```

use ovirt::types::HostStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let hosts = connection.system_service().hosts_service();
    let host = hosts.host_service(&hosts.named("host2").await?);
    host.upgrade_check().await?;
    host.upgrade().reboot(true).await?;
    host.wait_for_status(HostStatus::Up).await?;
    println!("host2 is up");
    Ok(())
}
