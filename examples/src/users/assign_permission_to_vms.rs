//! Gives a user a role on several VMs.
//!
//! ```text
//! jane may use vm1
//! jane may use vm2
//! ```

use ovirt::types::{Permission, Role};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let user = system.users_service().named("jane@internal-authz").await?;
    let vms = system.vms_service();
    for vm in &vms.list().search("tag=production").await? {
        let permission = Permission::new().role(Role::named("UserRole")).user(&user);
        vms.vm_service(vm)
            .permissions_service()
            .add(permission)
            .await?;
        println!("jane may use {}", vm.name.as_deref().unwrap_or_default());
    }
    Ok(())
}
