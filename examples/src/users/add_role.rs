//! Adds a role with a set of permits.
//!
//! ```text
//! added operator with 2 permits
//! ```

use ovirt::types::{Permit, Role};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let roles = connection.system_service().roles_service();
    let role = Role::named("operator")
        .description("starts and stops VMs")
        .administrative(false)
        .permits([Permit::with_id("1"), Permit::with_id("3")]);
    let role = roles.add(role).await?;
    let permits = roles.role_service(&role).permits_service().list().await?;
    println!("added operator with {} permits", permits.len());
    Ok(())
}
