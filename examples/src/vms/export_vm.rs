//! Copies a VM to an export domain.
//!
//! ```text
//! vm4 is down
//! export1 has 2 VMs
//! ```

use ovirt::types::{StorageDomain, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("vm4").await?);
    vm.export_to_export_domain(StorageDomain::named("export1"))
        .exclusive(true)
        .discard_snapshots(true)
        .await?;
    vm.wait_for_status(VmStatus::Down).await?;
    println!("vm4 is down");
    let domains = system.storage_domains_service();
    let domain = domains.storage_domain_service(&domains.named("export1").await?);
    let exported = domain.vms_service().list().await?;
    println!("export1 has {} VMs", exported.len());
    Ok(())
}
