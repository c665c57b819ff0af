//! Adds a VM from a template, with disks of its own.
//!
//! ```text
//! web1 is down
//! ```

use ovirt::types::{Cluster, Template, Vm, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let vms = connection.system_service().vms_service();
    let vm = Vm::named("web1")
        .cluster(Cluster::named("Default"))
        .template(Template::named("linux"));
    let vm = vms.add(vm).clone_(true).await?;
    vms.vm_service(&vm).wait_for_status(VmStatus::Down).await?;
    println!("web1 is down");
    Ok(())
}
