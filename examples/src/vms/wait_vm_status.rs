//! Waits until a VM is down, for at most a minute.
//!
//! ```text
//! vm1 is down
//! ```

use std::time::Duration;

use ovirt::types::VmStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm1").await?);
    vm.shutdown().await?;
    vm.wait_for_status(VmStatus::Down)
        .timeout(Duration::from_secs(60))
        .await?;
    println!("vm1 is down");
    Ok(())
}
