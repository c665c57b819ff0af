//! Attaches a domain for ISO images to a data center and waits until it is active.
//!
//! ```text
//! iso1 is active
//! ```

use ovirt::types::StorageDomainStatus;
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let domain = system.storage_domains_service().named("iso1").await?;
    let centers = system.data_centers_service();
    let center = centers.data_center_service(&centers.named("Default").await?);
    let attached = center.storage_domains_service();
    attached.add(&domain).await?;
    attached
        .storage_domain_service(&domain)
        .wait_for_status(StorageDomainStatus::Active)
        .await?;
    println!("iso1 is active");
    Ok(())
}
