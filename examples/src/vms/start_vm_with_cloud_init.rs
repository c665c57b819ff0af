//! Starts a VM once with data for cloud-init.
//!
//! ```text
//! vm2 is up
//! ```

use ovirt::types::{Initialization, Vm, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm2").await?);
    let initialization = Initialization::new()
        .host_name("web1.example.com")
        .user_name("root")
        .root_password("secret")
        .custom_script("write_files:\n- path: /etc/motd\n  content: Welcome\n");
    vm.start()
        .use_cloud_init(true)
        .vm(Vm::new().initialization(initialization))
        .await?;
    vm.wait_for_status(VmStatus::Up).await?;
    println!("vm2 is up");
    Ok(())
}
