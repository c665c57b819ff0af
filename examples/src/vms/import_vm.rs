//! Imports a VM from an export domain under a new name.
//!
//! ```text
//! restored is down
//! ```

use ovirt::types::{Cluster, StorageDomain, Vm, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let domains = system.storage_domains_service();
    let domain = domains.storage_domain_service(&domains.named("export1").await?);
    let exported = domain.vms_service();
    for vm in &exported.list().await? {
        if vm.name.as_deref() != Some("vm2") {
            continue;
        }
        exported
            .vm_service(vm)
            .import()
            .cluster(Cluster::named("Default"))
            .storage_domain(StorageDomain::named("data1"))
            .vm(Vm::named("restored"))
            .clone_(true)
            .collapse_snapshots(true)
            .await?;
    }
    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("restored").await?);
    vm.wait_for_status(VmStatus::Down).await?;
    println!("restored is down");
    Ok(())
}
