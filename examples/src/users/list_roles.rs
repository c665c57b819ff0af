//! Lists administrative roles.
//!
//! ```text
//! SuperUser
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let roles = connection.system_service().roles_service().list().await?;
    for role in roles
        .iter()
        .filter(|role| role.name.as_deref() == Some("SuperUser"))
    {
        println!("{}", role.name.as_deref().unwrap_or_default());
    }
    Ok(())
}
