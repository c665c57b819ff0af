//! Imports a VM from VMware.
//!
//! ```text
//! migrated is down
//! ```

use ovirt::types::{
    Cluster, ExternalVmImport, ExternalVmProviderType, Host, StorageDomain, Vm, VmStatus,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let import = ExternalVmImport::new()
        .provider(ExternalVmProviderType::Vmware)
        .url("vpx://administrator@vcenter.example.com/Datacenter/Cluster/esx1?no_verify=1")
        .username("administrator")
        .password("secret")
        .name("linux-on-vmware")
        .vm(Vm::named("migrated"))
        .cluster(Cluster::named("Default"))
        .storage_domain(StorageDomain::named("data1"))
        .host(Host::named("host1"))
        .sparse(true);
    system.external_vm_imports_service().add(import).await?;
    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("migrated").await?);
    vm.wait_for_status(VmStatus::Down).await?;
    println!("migrated is down");
    Ok(())
}
