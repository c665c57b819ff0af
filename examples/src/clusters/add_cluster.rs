//! Adds a cluster with a CPU type to a data center.
//!
//! ```text
//! added lab
//! ```

use ovirt::types::{Cluster, Cpu, DataCenter};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let cluster = Cluster::named("lab")
        .data_center(DataCenter::named("Default"))
        .cpu(Cpu::new().type_("Intel Nehalem Family"));
    let cluster = connection
        .system_service()
        .clusters_service()
        .add(cluster)
        .await?;
    println!("added {}", cluster.name.unwrap_or_default());
    Ok(())
}
