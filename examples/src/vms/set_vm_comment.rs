//! Changes the comment of a VM.
//!
//! ```text
//! comment: moved to rack 7
//! ```

use ovirt::types::Vm;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = vms
        .vm_service(&vms.named("vm2").await?)
        .update(Vm::new().comment("moved to rack 7"))
        .await?;
    println!("comment: {}", vm.comment.unwrap_or_default());
    Ok(())
}
