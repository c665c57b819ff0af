//! Lists the disks that are attached to a VM.
//!
//! ```text
//! vm1_Disk1: 16 GiB
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm1").await?);
    for attachment in &vm.disk_attachments_service().list().follow("disk").await? {
        if let Some(disk) = attachment.disk.as_ref().and_then(|disk| disk.object()) {
            let size = disk.provisioned_size.unwrap_or_default() >> 30;
            println!("{}: {size} GiB", disk.alias.as_deref().unwrap_or_default());
        }
    }
    Ok(())
}
