//! Assigns a tag to a VM.
//!
//! ```text
//! vm3 is production
//! ```

use ovirt::types::Tag;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.named("vm3").await?);
    vm.tags_service().add(Tag::named("production")).await?;
    println!("vm3 is production");
    Ok(())
}
