//! Adds an instance type.
//!
//! ```text
//! added Huge
//! ```

use ovirt::types::{Cpu, CpuTopology, InstanceType};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let topology = CpuTopology::new().sockets(4).cores(4).threads(1);
    let new = InstanceType::named("Huge")
        .memory(64 << 30)
        .cpu(Cpu::new().topology(topology));
    let added = connection
        .system_service()
        .instance_types_service()
        .add(new)
        .await?;
    println!("added {}", added.name.unwrap_or_default());
    Ok(())
}
