//! Removes all disks with a description from a storage domain.
//!
//! ```text
//! removed backup1
//! removed backup2
//! ```

use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let domains = system.storage_domains_service();
    let domain = domains.storage_domain_service(&domains.named("data1").await?);
    for disk in &domain.disks_service().list().await? {
        if disk.description.as_deref() == Some("backup") {
            let disk_service = system.disks_service().disk_service(disk);
            disk_service.remove().await?;
            disk_service.wait_until_gone().await?;
            println!("removed {}", disk.alias.as_deref().unwrap_or_default());
        }
    }
    Ok(())
}
