//! Changes an option of a host's fence agent.
//!
//! ```text
//! options: lanplus=1
//! ```

use ovirt::types::{Agent, NamedOption};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let hosts = connection.system_service().hosts_service();
    let agents = hosts
        .host_service(&hosts.named("host1").await?)
        .fence_agents_service();
    for agent in &agents.list().await? {
        let option = NamedOption::new().name("lanplus").value("1");
        let agent = agents
            .agent_service(agent)
            .update(Agent::new().options([option]))
            .await?;
        for option in agent.options.iter().flatten() {
            let name = option.name.as_deref().unwrap_or_default();
            println!(
                "options: {name}={}",
                option.value.as_deref().unwrap_or_default()
            );
        }
    }
    Ok(())
}
