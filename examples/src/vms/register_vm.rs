//! Detaches a storage domain with its VM, attaches it again, and registers the VM.
//!
//! ```text
//! portable is gone
//! portable is down
//! ```

use ovirt::types::{
    Cluster, Disk, DiskAttachment, DiskFormat, DiskInterface, DiskStatus, StorageDomain,
    StorageDomainStatus, Template, Vm, VmStatus,
};
use ovirt::{Connection, Result};

pub async fn run(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    let domains = system.storage_domains_service();
    let domain = domains.named("spare").await?;
    let centers = system.data_centers_service();
    let attached = centers
        .data_center_service(&centers.named("Default").await?)
        .storage_domains_service();
    attached.add(&domain).await?;
    let attachment = attached.storage_domain_service(&domain);
    attachment
        .wait_for_status(StorageDomainStatus::Active)
        .await?;

    let vms = system.vms_service();
    let new = Vm::named("portable")
        .cluster(Cluster::named("Default"))
        .template(Template::named("Blank"));
    let vm = vms.vm_service(&vms.add(new).await?);
    let disk = Disk::new()
        .format(DiskFormat::Cow)
        .provisioned_size(1 << 30)
        .storage_domains([StorageDomain::named("spare")]);
    let disk = DiskAttachment::new()
        .disk(disk)
        .interface(DiskInterface::Virtio);
    let disk = vm.disk_attachments_service().add(disk).await?;
    system
        .disks_service()
        .disk_service(disk.try_id()?)
        .wait_for_status(DiskStatus::Ok)
        .await?;

    attachment.deactivate().await?;
    attachment
        .wait_for_status(StorageDomainStatus::Maintenance)
        .await?;
    attachment.remove().await?;
    vm.wait_until_gone().await?;
    println!("portable is gone");
    attached.add(&domain).await?;
    attachment
        .wait_for_status(StorageDomainStatus::Active)
        .await?;
    let on_domain = domains.storage_domain_service(&domain).vms_service();
    for found in &on_domain.list().unregistered(true).await? {
        on_domain
            .vm_service(found)
            .register()
            .cluster(Cluster::named("Default"))
            .await?;
    }
    vm.wait_for_status(VmStatus::Down).await?;
    println!("portable is down");
    Ok(())
}
