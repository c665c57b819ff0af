//! Adds an iSCSI data domain that discards blocks after deletion, and attaches it.
//!
//! ```text
//! fast is active
//! ```

use ovirt::types::{
    DataCenter, Host, HostStorage, LogicalUnit, StorageDomain, StorageDomainStatus,
    StorageDomainType, StorageType, VolumeGroup,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let unit = LogicalUnit::new()
        .id("36001405e3a0b1c2e")
        .address("10.0.2.5")
        .port(3260)
        .target("iqn.2026-11.com.example:storage");
    let storage = HostStorage::new()
        .type_(StorageType::Iscsi)
        .override_luns(true)
        .volume_group(VolumeGroup::new().logical_units([unit]));
    let domain = StorageDomain::named("fast")
        .type_(StorageDomainType::Data)
        .discard_after_delete(true)
        .host(Host::named("host1"))
        .storage(storage)
        .data_centers([DataCenter::named("Default")]);
    let domain = system.storage_domains_service().add(domain).await?;

    let centers = system.data_centers_service();
    let center = centers.data_center_service(&centers.named("Default").await?);
    let attached = center.storage_domains_service();
    attached.add(&domain).await?;
    attached
        .storage_domain_service(&domain)
        .wait_for_status(StorageDomainStatus::Active)
        .await?;
    println!("fast is active");
    Ok(())
}
