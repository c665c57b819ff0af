//! Makes another storage domain the master of its data center.
//!
//! ```text
//! spare is the master
//! ```

use ovirt::types::StorageDomainStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let domain = system.storage_domains_service().named("spare").await?;
    let centers = system.data_centers_service();
    let center = centers.data_center_service(&centers.named("Default").await?);
    let attached = center.storage_domains_service();
    attached.add(&domain).await?;
    let service = attached.storage_domain_service(&domain);
    service.wait_for_status(StorageDomainStatus::Active).await?;
    center.set_master(&domain).await?;
    service
        .wait_until(|domain| domain.master == Some(true))
        .await?;
    println!("spare is the master");
    Ok(())
}
