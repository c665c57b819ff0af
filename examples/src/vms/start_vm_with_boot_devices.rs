//! Starts a VM once with another boot order.
//!
//! ```text
//! vm2 is up
//! ```

use ovirt::types::{Boot, BootDevice, OperatingSystem, Vm, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm2").await?);
    let boot = Boot::new().devices([BootDevice::Network, BootDevice::Hd]);
    vm.start()
        .vm(Vm::new().os(OperatingSystem::new().boot(boot)))
        .await?;
    vm.wait_for_status(VmStatus::Up).await?;
    println!("vm2 is up");
    Ok(())
}
