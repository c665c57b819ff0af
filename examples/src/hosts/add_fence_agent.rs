//! Adds a fence agent to a host and switches power management on.
//!
//! ```text
//! host2 has power management
//! ```

use ovirt::types::{Agent, Host, PowerManagement};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let hosts = connection.system_service().hosts_service();
    let host = hosts.host_service(&hosts.named("host2").await?);
    let agent = Agent::new()
        .address("10.0.1.2")
        .type_("ipmilan")
        .username("fence")
        .password("secret")
        .order(1);
    host.fence_agents_service().add(agent).await?;
    let power = PowerManagement::new().enabled(true).kdump_detection(true);
    host.update(Host::new().power_management(power)).await?;
    println!("host2 has power management");
    Ok(())
}
