//! Lists clusters with their data centers.
//!
//! ```text
//! Default in Default
//! edge in Default
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let clusters = connection.system_service().clusters_service();
    for cluster in &clusters.list().follow("data_center").await? {
        let center = cluster
            .data_center
            .as_ref()
            .and_then(|center| center.name());
        let name = cluster.name.as_deref().unwrap_or_default();
        println!("{name} in {}", center.unwrap_or_default());
    }
    Ok(())
}
