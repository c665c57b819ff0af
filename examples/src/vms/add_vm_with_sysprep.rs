//! Starts a Windows VM once with a sysprep file.
//!
//! ```text
//! vm2 is up
//! ```

use ovirt::types::{Initialization, OperatingSystem, Vm, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm2").await?);
    vm.update(Vm::new().os(OperatingSystem::new().type_("windows_2019x64")))
        .await?;
    let initialization = Initialization::new().custom_script("<unattend/>");
    vm.start()
        .use_sysprep(true)
        .vm(Vm::new().initialization(initialization))
        .await?;
    vm.wait_for_status(VmStatus::Up).await?;
    println!("vm2 is up");
    Ok(())
}
