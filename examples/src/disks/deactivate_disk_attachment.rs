//! Deactivates a disk of a VM.
//!
//! ```text
//! vm2_Disk1 is inactive
//! ```

use ovirt::types::DiskAttachment;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let attachments = vms
        .vm_service(&vms.named("vm2").await?)
        .disk_attachments_service();
    for attachment in &attachments.list().await? {
        attachments
            .attachment_service(attachment)
            .update(DiskAttachment::new().active(false))
            .await?;
    }
    println!("vm2_Disk1 is inactive");
    Ok(())
}
