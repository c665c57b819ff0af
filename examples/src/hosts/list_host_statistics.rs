//! Prints statistics of a host with their units.
//!
//! ```text
//! memory.total: bytes
//! cpu.current.idle: percent
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let hosts = connection.system_service().hosts_service();
    let host = hosts.host_service(&hosts.named("host1").await?);
    for statistic in &host.statistics_service().list().await? {
        let unit = statistic.unit.as_ref().map_or("", |unit| unit.as_str());
        let name = statistic.name.as_deref().unwrap_or_default();
        // The values are in `statistic.values`.
        if matches!(name, "memory.total" | "cpu.current.idle") {
            println!("{name}: {unit}");
        }
    }
    Ok(())
}
