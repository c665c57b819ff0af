//! Removes a VM and its disks.
//!
//! ```text
//! vm4 is gone
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm4").await?);
    vm.remove().await?;
    vm.wait_until_gone().await?;
    println!("vm4 is gone");
    Ok(())
}
