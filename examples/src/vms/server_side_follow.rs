//! Gets a VM with its disks and NICs in one request.
//!
//! ```text
//! disk: vm1_Disk1
//! NIC: nic1
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.named("vm1").await?;
    let vm = vms
        .vm_service(&vm)
        .get()
        .follow("disk_attachments.disk,nics")
        .await?;
    for attachment in vm.disk_attachments.iter().flatten() {
        let alias = attachment
            .disk
            .as_ref()
            .and_then(|disk| disk.object()?.alias.as_deref());
        println!("disk: {}", alias.unwrap_or_default());
    }
    for nic in vm.nics.iter().flatten() {
        println!("NIC: {}", nic.name.as_deref().unwrap_or_default());
    }
    Ok(())
}
