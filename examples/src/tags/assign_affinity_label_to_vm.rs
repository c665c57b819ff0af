//! Assigns an affinity label to a VM.
//!
//! ```text
//! vm3 has the label gpu
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let label = system.affinity_labels_service().named("gpu").await?;
    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("vm3").await?);
    vm.affinity_labels_service().add(&label).await?;
    println!("vm3 has the label gpu");
    Ok(())
}
