//! Imports a VM from an OVA file on a host.
//!
//! ```text
//! restored is down
//! ```

use ovirt::types::{
    Cluster, ExternalVmImport, ExternalVmProviderType, Host, StorageDomain, Vm, VmStatus,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let import = ExternalVmImport::new()
        .provider(ExternalVmProviderType::Kvm)
        .url("ova:///exports/ova/vm2.ova")
        .name("vm2")
        .vm(Vm::named("restored"))
        .cluster(Cluster::named("Default"))
        .storage_domain(StorageDomain::named("data1"))
        .host(Host::named("host1"))
        .sparse(true);
    system.external_vm_imports_service().add(import).await?;
    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("restored").await?);
    vm.wait_for_status(VmStatus::Down).await?;
    println!("restored is down");
    Ok(())
}
