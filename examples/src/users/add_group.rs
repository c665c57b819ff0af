//! Adds a group of a directory.
//!
//! ```text
//! added developers
//! ```

use ovirt::types::{Domain, Group};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let group = Group::named("developers").domain(Domain::named("internal-authz"));
    let group = connection
        .system_service()
        .groups_service()
        .add(group)
        .await?;
    println!("added {}", group.name.unwrap_or_default());
    Ok(())
}
