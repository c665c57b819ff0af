//! Adds an NFS data domain and waits until it is ready to attach.
//!
//! ```text
//! data2 is unattached
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
        .path("/exports/data2");
    let domain = StorageDomain::named("data2")
        .type_(StorageDomainType::Data)
        .host(Host::named("host1"))
        .storage(storage);
    let domain = domains.add(domain).await?;
    domains
        .storage_domain_service(&domain)
        .wait_for_status(StorageDomainStatus::Unattached)
        .await?;
    println!("data2 is unattached");
    Ok(())
}
