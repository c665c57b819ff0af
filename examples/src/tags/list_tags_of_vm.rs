//! Lists the tags of a VM.
//!
//! ```text
//! production
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm1").await?);
    for tag in &vm.tags_service().list().await? {
        println!("{}", tag.name.as_deref().unwrap_or_default());
    }
    Ok(())
}
