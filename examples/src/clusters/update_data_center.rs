//! Changes the description of a data center.
//!
//! ```text
//! description: the first one
//! ```

use ovirt::types::DataCenter;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let centers = connection.system_service().data_centers_service();
    let center = centers
        .data_center_service(&centers.named("Default").await?)
        .update(DataCenter::new().description("the first one"))
        .await?;
    println!("description: {}", center.description.unwrap_or_default());
    Ok(())
}
