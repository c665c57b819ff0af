//! Switches the serial console of a VM on.
//!
//! ```text
//! the serial console of vm2 is on
//! ```

use ovirt::types::{Console, Vm};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm2").await?);
    vm.update(Vm::new().console(Console::new().enabled(true)))
        .await?;
    println!("the serial console of vm2 is on");
    Ok(())
}
