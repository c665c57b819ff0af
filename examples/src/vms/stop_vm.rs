//! Shuts a VM down and waits until it is down.
//!
//! ```text
//! vm1 is down
//! ```

use ovirt::types::VmStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm1").await?);
    vm.shutdown().await?;
    vm.wait_for_status(VmStatus::Down).await?;
    println!("vm1 is down");
    Ok(())
}
