//! Chooses the storage domain of a VM's lease.
//!
//! ```text
//! the lease of vm2 is on data1
//! ```

use ovirt::types::{HighAvailability, StorageDomainLease, Vm};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let domain = system.storage_domains_service().named("data1").await?;
    let vms = system.vms_service();
    let vm = Vm::new()
        .high_availability(HighAvailability::new().enabled(true))
        .lease(StorageDomainLease::new().storage_domain(domain));
    vms.vm_service(&vms.named("vm2").await?).update(vm).await?;
    println!("the lease of vm2 is on data1");
    Ok(())
}
