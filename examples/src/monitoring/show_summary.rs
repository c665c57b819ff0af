//! Prints the version and the number of objects of each kind.
//!
//! ```text
//! VMs: 2 of 4 active
//! hosts: 2 of 2 active
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let api = connection.system_service().get().await?;
    if let Some(summary) = &api.summary {
        for (name, item) in [("VMs", &summary.vms), ("hosts", &summary.hosts)] {
            if let Some(item) = item {
                let (active, total) = (
                    item.active.unwrap_or_default(),
                    item.total.unwrap_or_default(),
                );
                println!("{name}: {active} of {total} active");
            }
        }
    }
    Ok(())
}
