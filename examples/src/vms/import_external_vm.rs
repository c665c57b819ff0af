//! Imports a VM from a host with KVM.
//!
//! ```text
//! adopted is down
//! ```

use ovirt::types::{
    Cluster, ExternalVmImport, ExternalVmProviderType, Host, StorageDomain, Vm, VmStatus,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let import = ExternalVmImport::new()
        .provider(ExternalVmProviderType::Kvm)
        .url("qemu+tcp://kvm.example.com/system")
        .name("linux-on-kvm")
        .vm(Vm::named("adopted"))
        .cluster(Cluster::named("Default"))
        .storage_domain(StorageDomain::named("data1"))
        .host(Host::named("host1"))
        .sparse(true);
    system.external_vm_imports_service().add(import).await?;
    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("adopted").await?);
    vm.wait_for_status(VmStatus::Down).await?;
    println!("adopted is down");
    Ok(())
}
