//! Stops the VMs of a data center and puts its storage domains into maintenance.
//!
//! ```text
//! vm1 is down
//! vm3 is down
//! export1 is in maintenance
//! data1 is in maintenance
//! ```

use ovirt::types::{StorageDomainStatus, VmStatus};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let vms = system.vms_service();
    let running = vms
        .list()
        .search("datacenter=Default and status=up")
        .await?;
    for vm in &running {
        let service = vms.vm_service(vm);
        service.stop().await?;
        service.wait_for_status(VmStatus::Down).await?;
        println!("{} is down", vm.name.as_deref().unwrap_or_default());
    }
    let centers = system.data_centers_service();
    let center = centers.data_center_service(&centers.named("Default").await?);
    let attached = center.storage_domains_service();
    let mut domains = attached.list().await?;
    // The master must be the last one.
    domains.sort_by_key(|domain| domain.master);
    for domain in &domains {
        let service = attached.storage_domain_service(domain);
        service.deactivate().await?;
        service
            .wait_for_status(StorageDomainStatus::Maintenance)
            .await?;
        println!(
            "{} is in maintenance",
            domain.name.as_deref().unwrap_or_default()
        );
    }
    Ok(())
}
