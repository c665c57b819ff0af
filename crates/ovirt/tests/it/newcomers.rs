//! Programs as newcomers write them, from the README and the guide alone.

use std::time::Duration;

use ovirt::types::{
    Disk, DiskAttachment, DiskFormat, DiskInterface, DiskStatus, HostStatus, Initialization,
    Network, Nic, NicInterface, Snapshot, SnapshotStatus, Tag, Vm, VmStatus,
};
use ovirt::{Connection, Error, ErrorKind, Request, Result, Search};
use ovirt_engine_sim::Engine;

use crate::support::new_vm;

fn engine() -> (Engine, Connection) {
    let engine = Engine::builder()
        .vms(3)
        .hosts(2)
        .life_cycle(Duration::from_millis(2))
        .start()
        .expect("the engine starts");
    let connection = engine.connection().expect("a connection");
    (engine, connection)
}

#[tokio::test]
async fn list_vms_by_name() -> Result<()> {
    let (_engine, connection) = engine();
    let vms = connection.system_service().vms_service();
    let mut lines = Vec::new();
    for vm in vms.list().search("name=vm*").max(2).await? {
        lines.push(format!("{} {:?}", vm.name.unwrap_or_default(), vm.memory));
    }
    assert_eq!(lines.len(), 2);
    let search = Search::new().equal("status", VmStatus::Up);
    for vm in &vms
        .list()
        .search(search)
        .follow("nics,disk_attachments.disk")
        .await?
    {
        assert_eq!(vm.status, Some(VmStatus::Up));
    }
    Ok(())
}

#[tokio::test]
async fn start_a_vm_with_cloud_init_and_wait() -> Result<()> {
    let (_engine, connection) = engine();
    let vms = connection.system_service().vms_service();
    vms.add(new_vm("web1")).await?;
    let vm = vms.named("web1").await?;
    let service = vms.vm_service(&vm);
    add_boot_disk(&connection, &vm).await?;
    let initialization = Initialization::new()
        .host_name("web1.example.com")
        .user_name("root")
        .authorized_ssh_keys("ssh-ed25519 AAAA admin@example.com");
    service
        .start()
        .use_cloud_init(true)
        .vm(Vm::new().initialization(initialization))
        .await?;
    let vm = service.wait_for_status(VmStatus::Up).await?;
    assert_eq!(vm.name.as_deref(), Some("web1"));
    service.stop().await?;
    service.wait_for_status(VmStatus::Down).await?;
    service.remove().await?;
    service.wait_until_gone().await?;
    match vms.named("web1").await {
        Err(Error::NotFound(error)) => assert!(error.to_string().contains("web1")),
        other => panic!("{other:?}"),
    }
    Ok(())
}

/// Adds a disk and attaches it.
async fn add_boot_disk(connection: &Connection, vm: &Vm) -> Result<()> {
    let system = connection.system_service();
    let domains = system
        .storage_domains_service()
        .list()
        .search("status=active")
        .await?;
    let domain = domains.first().expect("a storage domain");
    let disk = Disk::new()
        .alias("boot")
        .provisioned_size(10 << 30)
        .format(DiskFormat::Cow)
        .sparse(true)
        .storage_domains([domain]);
    let disk = system.disks_service().add(disk).await?;
    let service = system.disks_service().disk_service(&disk);
    service.wait_for_status(DiskStatus::Ok).await?;
    let attachment = DiskAttachment::new()
        .disk(&disk)
        .interface(DiskInterface::VirtioScsi)
        .bootable(true)
        .active(true);
    let attachments = system
        .vms_service()
        .vm_service(vm)
        .disk_attachments_service();
    attachments.add(attachment).await?;
    let attached = attachments.attachment_service(&disk).get().await?;
    assert_eq!(attached.bootable, Some(true));
    Ok(())
}

#[tokio::test]
async fn add_a_nic_in_a_network() -> Result<()> {
    let (_engine, connection) = engine();
    let system = connection.system_service();
    let vm = system.vms_service().named("vm1").await?;
    let nics = system.vms_service().vm_service(&vm).nics_service();
    let profile = system.vnic_profiles_service().named("ovirtmgmt").await?;
    let nic = Nic::named("eth7")
        .vnic_profile(&profile)
        .interface(NicInterface::Virtio);
    nics.add(nic).await?;
    nics.add(Nic::named("eth8").network(Network::named("ovirtmgmt")))
        .await?;
    let nic = nics.named("eth7").await?;
    assert!(nic.mac.and_then(|mac| mac.address).is_some());
    for nic in &connection.follow(&vm.nics).await? {
        nics.nic_service(nic).get().await?;
    }
    Ok(())
}

#[tokio::test]
async fn snapshot_a_vm_and_tag_it() -> Result<()> {
    let (_engine, connection) = engine();
    let system = connection.system_service();
    let vm = system.vms_service().add(new_vm("db1")).await?;
    let service = system.vms_service().vm_service(&vm);
    let snapshots = service.snapshots_service();
    let snapshot = Snapshot::new()
        .description("before upgrade")
        .persist_memorystate(false);
    let snapshot = snapshots.add(snapshot).await?;
    snapshots
        .snapshot_service(&snapshot)
        .wait_for_status(SnapshotStatus::Ok)
        .await?;
    assert_eq!(snapshots.named("before upgrade").await?.id, snapshot.id);

    let tag = system.tags_service().add(Tag::named("production")).await?;
    service.tags_service().add(&tag).await?;
    let tagged = system.vms_service().list().search("tag=production").await?;
    assert_eq!(tagged.len(), 1);
    service.update(Vm::new().comment("tagged")).await?;
    Ok(())
}

#[tokio::test]
async fn list_events_since_the_last_one() -> Result<()> {
    let (_engine, connection) = engine();
    let system = connection.system_service();
    let events = system.events_service();
    system.vms_service().add(new_vm("web1")).await?;
    let newest = events.list().max(1).await?;
    let last = newest.first().and_then(|event| event.index);
    let last = last.expect("the number of an event");
    system.vms_service().add(new_vm("web2")).await?;
    assert!(!events.list().from(last).await?.is_empty());
    let mut stream = events.watch(last);
    let event = stream.next().await.expect("an event")?;
    assert!(event.index > Some(last));
    assert_eq!(events.event_service(event.index).get().await?.id, event.id);
    let _from_a_number = events.watch(17);
    let _from_now = events.watch(None);
    Ok(())
}

#[tokio::test]
async fn move_a_host_to_maintenance() -> Result<()> {
    let (_engine, connection) = engine();
    let hosts = connection.system_service().hosts_service();
    let host = hosts.list().search("status=up").await?.into_iter().next();
    let service = hosts.host_service(&host);
    service.deactivate().await?;
    service.wait_for_status(HostStatus::Maintenance).await?;
    service.activate().await?;
    service.wait_for_status(HostStatus::Up).await?;
    Ok(())
}

#[tokio::test]
async fn stop_all_vms_at_once() -> Result<()> {
    let (_engine, connection) = engine();
    let vms = connection.system_service().vms_service();
    let running = vms.list().search("status=up").await?;
    let stops = running
        .iter()
        .map(|vm| vms.vm_service(vm).stop().into_future());
    for outcome in futures_util::future::join_all(stops).await {
        outcome?;
    }
    let pending: Vec<_> = running
        .iter()
        .map(|vm| vms.vm_service(vm).get().spawn())
        .collect();
    for pending in pending {
        pending.await?;
    }
    Ok(())
}

#[tokio::test]
async fn repeat_any_request_while_the_object_is_busy() -> Result<()> {
    async fn patiently<R: Request>(request: R) -> Result<R::Response> {
        loop {
            match request.clone().await {
                Err(error) if error.kind() == ErrorKind::OperationInProgress => {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
                outcome => return outcome,
            }
        }
    }
    let (_engine, connection) = engine();
    let vms = connection.system_service().vms_service();
    let vm = vms.named("vm1").await?;
    let vm = patiently(vms.vm_service(&vm).get()).await?;
    assert_eq!(vm.name.as_deref(), Some("vm1"));
    Ok(())
}

#[cfg(feature = "serde")]
#[tokio::test]
async fn print_a_list_as_json() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let (_engine, connection) = engine();
    let vms = connection.system_service().vms_service().list().await?;
    let json = serde_json::to_string_pretty(&vms)?;
    assert!(json.contains("\"name\": \"vm1\""), "{json}");
    Ok(())
}
