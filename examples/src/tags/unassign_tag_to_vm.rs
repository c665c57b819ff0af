//! Takes a tag off a VM.
//!
//! ```text
//! vm1 is no longer production
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let tags = vms.vm_service(&vms.named("vm1").await?).tags_service();
    tags.tag_service(&tags.named("production").await?)
        .remove()
        .await?;
    println!("vm1 is no longer production");
    Ok(())
}
