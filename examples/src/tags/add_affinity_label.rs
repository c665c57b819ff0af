//! Adds an affinity label.
//!
//! ```text
//! added ssd
//! ```

use ovirt::types::AffinityLabel;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let labels = connection.system_service().affinity_labels_service();
    let label = labels.add(AffinityLabel::named("ssd")).await?;
    println!("added {}", label.name.unwrap_or_default());
    Ok(())
}
