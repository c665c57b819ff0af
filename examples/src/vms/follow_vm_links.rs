//! Follows the links of a VM to its permissions and cluster.
//!
//! ```text
//! cluster: Default
//! has permissions: true
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vm = connection
        .system_service()
        .vms_service()
        .named("vm1")
        .await?;
    if let Some(cluster) = &vm.cluster {
        let cluster = connection.follow(cluster).await?;
        println!("cluster: {}", cluster.name.as_deref().unwrap_or_default());
    }
    if let Some(permissions) = &vm.permissions {
        let permissions = connection.follow(permissions).await?;
        println!("has permissions: {}", !permissions.is_empty());
    }
    Ok(())
}
