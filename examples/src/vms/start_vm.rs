//! Starts a VM and waits until it is up.
//!
//! ```text
//! vm2 is up
//! ```

use ovirt::types::VmStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let found = vms.list().search("name=vm2").await?;
    let id = found.first().and_then(|vm| vm.id.as_deref());
    let service = vms.vm_service(id.unwrap_or_default());
    service.start().await?;
    service.wait_for_status(VmStatus::Up).await?;
    println!("vm2 is up");
    Ok(())
}
