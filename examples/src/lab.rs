//! Adds to a new simulator what the examples use.

use std::time::Duration;

use ovirt::services::SystemService;
use ovirt::types::{
    AffinityLabel, Agent, Cluster, DataCenter, Disk, DiskFormat, DiskStatus, Domain, Host,
    HostStorage, Mac, MacPool, Network, Nic, Snapshot, SnapshotStatus, StorageDomain,
    StorageDomainStatus, StorageDomainType, StorageType, Tag, Template, TemplateStatus,
    TemplateVersion, User, VmStatus,
};
use ovirt::{Connection, Result};

/// The simulator's life cycles are as short.
const POLL: Duration = Duration::from_millis(10);

pub async fn prepare(connection: &Connection) -> Result<()> {
    let system = connection.system_service();
    add_tags_and_labels(&system).await?;
    add_templates(&system).await?;
    add_snapshot(&system).await?;
    add_storage(&system).await?;
    duplicate_mac_address(&system).await?;
    export(&system).await?;
    let default = DataCenter::named("Default");
    system
        .clusters_service()
        .add(Cluster::named("edge").data_center(default.clone()))
        .await?;
    system
        .networks_service()
        .add(Network::named("web").data_center(default))
        .await?;
    let jane = User::new()
        .user_name("jane@internal-authz")
        .domain(Domain::named("internal-authz"));
    system.users_service().add(jane).await?;
    let hosts = system.hosts_service();
    let agent = Agent::new()
        .address("10.0.1.1")
        .type_("ipmilan")
        .username("fence")
        .password("secret")
        .order(1);
    hosts
        .host_service(&hosts.named("host1").await?)
        .fence_agents_service()
        .add(agent)
        .await?;
    Ok(())
}

/// The tag `production` on vm1 and vm2, the affinity label `gpu` on vm1.
async fn add_tags_and_labels(system: &SystemService) -> Result<()> {
    system.tags_service().add(Tag::named("production")).await?;
    let label = system
        .affinity_labels_service()
        .add(AffinityLabel::named("gpu"))
        .await?;
    let vms = system.vms_service();
    for name in ["vm1", "vm2"] {
        let vm = vms.vm_service(&vms.named(name).await?);
        vm.tags_service().add(Tag::named("production")).await?;
        if name == "vm1" {
            vm.affinity_labels_service().add(&label).await?;
        }
    }
    Ok(())
}

/// Two versions of the template `linux`.
async fn add_templates(system: &SystemService) -> Result<()> {
    let vm = system.vms_service().named("vm2").await?;
    let templates = system.templates_service();
    let mut base: Option<Template> = None;
    for _ in 0..2 {
        let version = base.as_ref().map(|base| {
            TemplateVersion::new()
                .base_template(Template::with_id(base.id.clone().unwrap_or_default()))
        });
        let mut template = Template::named("linux").vm(&vm);
        template.version = version.map(Into::into);
        let template = templates.add(template).await?;
        templates
            .template_service(&template)
            .wait_for_status(TemplateStatus::Ok)
            .interval(POLL)
            .await?;
        base.get_or_insert(template);
    }
    Ok(())
}

/// The snapshot `before upgrade` of vm1.
async fn add_snapshot(system: &SystemService) -> Result<()> {
    let vms = system.vms_service();
    let snapshots = vms.vm_service(&vms.named("vm1").await?).snapshots_service();
    let snapshot = snapshots
        .add(Snapshot::new().description("before upgrade"))
        .await?;
    snapshots
        .snapshot_service(&snapshot)
        .wait_for_status(SnapshotStatus::Ok)
        .interval(POLL)
        .await?;
    Ok(())
}

/// Three storage domains and two disks for backups.
async fn add_storage(system: &SystemService) -> Result<()> {
    for (name, kind) in [
        ("spare", StorageDomainType::Data),
        ("iso1", StorageDomainType::Iso),
        ("export1", StorageDomainType::Export),
    ] {
        let storage = HostStorage::new()
            .type_(StorageType::Nfs)
            .address("nfs.example.com")
            .path(format!("/exports/{name}"));
        let domain = StorageDomain::named(name)
            .type_(kind)
            .host(Host::named("host1"))
            .storage(storage);
        system.storage_domains_service().add(domain).await?;
    }
    let disks = system.disks_service();
    for alias in ["backup1", "backup2"] {
        let disk = Disk::new()
            .alias(alias)
            .description("backup")
            .format(DiskFormat::Cow)
            .provisioned_size(1 << 30)
            .storage_domains([StorageDomain::named("data1")]);
        let disk = disks.add(disk).await?;
        disks
            .disk_service(&disk)
            .wait_for_status(DiskStatus::Ok)
            .interval(POLL)
            .await?;
    }
    Ok(())
}

/// The MAC address of vm2 on vm4 as well.
async fn duplicate_mac_address(system: &SystemService) -> Result<()> {
    let pools = system.mac_pools_service();
    pools
        .mac_pool_service(&pools.named("Default").await?)
        .update(MacPool::new().allow_duplicates(true))
        .await?;
    let vms = system.vms_service();
    let source = vms.vm_service(&vms.named("vm2").await?);
    let target = vms.vm_service(&vms.named("vm4").await?);
    let nics = source.nics_service().list().await?;
    let others = target.nics_service().list().await?;
    for (nic, other) in nics.iter().zip(&others) {
        let address = nic.mac.as_ref().and_then(|mac| mac.address.clone());
        let mac = Mac::new().address(address.unwrap_or_default());
        target
            .nics_service()
            .nic_service(other)
            .update(Nic::new().mac(mac))
            .await?;
    }
    Ok(())
}

/// The VM vm2 on the export domain, vm2 and the template `linux` in OVA files on host1.
async fn export(system: &SystemService) -> Result<()> {
    let domain = system.storage_domains_service().named("export1").await?;
    let centers = system.data_centers_service();
    let attached = centers
        .data_center_service(&centers.named("Default").await?)
        .storage_domains_service();
    attached.add(&domain).await?;
    attached
        .storage_domain_service(&domain)
        .wait_for_status(StorageDomainStatus::Active)
        .interval(POLL)
        .await?;
    let vms = system.vms_service();
    let vm = vms.vm_service(&vms.named("vm2").await?);
    vm.export_to_export_domain(&domain).await?;
    vm.wait_for_status(VmStatus::Down).interval(POLL).await?;
    vm.export_to_path_on_host("/exports/ova", Host::named("host1"))
        .await?;
    vm.wait_for_status(VmStatus::Down).interval(POLL).await?;
    let templates = system.templates_service();
    let found = templates.list().search("name=linux").await?;
    let id = found.first().and_then(|template| template.id.as_deref());
    let template = templates.template_service(id.unwrap_or_default());
    template
        .export_to_path_on_host("/exports/ova", Host::named("host1"))
        .await?;
    template
        .wait_for_status(TemplateStatus::Ok)
        .interval(POLL)
        .await?;
    Ok(())
}
