//! Adds an NFS domain for ISO images.
//!
//! ```text
//! images is unattached
//! ```

use ovirt::types::{
    Host, HostStorage, StorageDomain, StorageDomainStatus, StorageDomainType, StorageType,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let domains = connection.system_service().storage_domains_service();
    let storage = HostStorage::new()
        .type_(StorageType::Nfs)
        .address("storage.example.com")
        .path("/exports/images");
    let domain = StorageDomain::named("images")
        .type_(StorageDomainType::Iso)
        .host(Host::named("host1"))
        .storage(storage);
    let domain = domains.add(domain).await?;
    domains
        .storage_domain_service(&domain)
        .wait_for_status(StorageDomainStatus::Unattached)
        .await?;
    println!("images is unattached");
    Ok(())
}
