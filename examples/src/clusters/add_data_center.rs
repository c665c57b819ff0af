//! Adds a data center.
//!
//! ```text
//! added lab
//! ```

use ovirt::types::DataCenter;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let center = DataCenter::named("lab")
        .description("for tests")
        .local(false);
    let center = connection
        .system_service()
        .data_centers_service()
        .add(center)
        .await?;
    println!("added {}", center.name.unwrap_or_default());
    Ok(())
}
