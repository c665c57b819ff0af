//! Gives a user a role on a network.
//!
//! ```text
//! jane may use web
//! ```

use ovirt::types::{Permission, Role};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let user = system.users_service().named("jane@internal-authz").await?;
    let networks = system.networks_service();
    let network = networks.network_service(&networks.named("web").await?);
    let permission = Permission::new()
        .role(Role::named("VnicProfileUser"))
        .user(&user);
    network.permissions_service().add(permission).await?;
    println!("jane may use web");
    Ok(())
}
