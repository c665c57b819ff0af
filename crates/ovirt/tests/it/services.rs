//! Services, requests and types together, on the simulator.

use std::time::Duration;

use ovirt::services::{DiskAttachmentsService, VmService, VmsService};
use ovirt::types::{
    Disk, DiskAttachment, DiskFormat, DiskInterface, DiskStatus, GlusterBrick, Nic, Snapshot,
    SnapshotStatus, StorageDomain, Ticket, Vm, VmStatus, VnicProfile,
};
use ovirt::{Connection, Error};
use ovirt_engine_sim::Engine;

use crate::support::{add_bootable_vm, new_vm};

fn engine() -> Engine {
    Engine::builder()
        .life_cycle(Duration::from_millis(2))
        .start()
        .expect("the engine starts")
}

fn connect(engine: &Engine) -> Connection {
    engine.connection().expect("a connection")
}

/// The last request that the engine received: method, path below the root of the API, and body.
fn last_request(engine: &Engine) -> (String, String, String) {
    let request = engine.requests().pop().expect("a request");
    let path = request
        .path
        .strip_prefix("/ovirt-engine/api")
        .unwrap_or(&request.path)
        .to_owned();
    (
        request.method,
        path,
        String::from_utf8(request.body).expect("a text"),
    )
}

#[tokio::test]
async fn vm_life_cycle_async() -> Result<(), Box<dyn std::error::Error>> {
    let engine = engine();
    let connection = connect(&engine);
    let vms = connection.system_service().vms_service();
    let before = vms.list().await?.len();
    let vm = add_bootable_vm(&vms, "web1").await?;
    assert_eq!(vm.status, Some(VmStatus::Down));
    let service = vms.vm_service(vm.try_id()?);
    service.start().use_cloud_init(true).await?;
    let (method, path, body) = last_request(&engine);
    assert_eq!(
        (method.as_str(), path),
        ("POST", format!("/vms/{}/start", vm.try_id()?))
    );
    assert_eq!(
        body,
        "<action><use_cloud_init>true</use_cloud_init></action>"
    );
    let up = service
        .wait_until(|vm| vm.status == Some(VmStatus::Up))
        .await?;
    assert!(up.host.as_ref().and_then(|host| host.id()).is_some());
    let changed = service.update(Vm::new().description("changed")).await?;
    assert_eq!(changed.description.as_deref(), Some("changed"));
    let request = engine.requests().pop().expect("a request");
    assert_eq!(
        request.body, b"<vm><description>changed</description></vm>",
        "only what is set"
    );
    let ticket: Ticket = service.ticket().await?;
    assert_eq!(ticket.expiry, Some(7200));
    service.stop().await?;
    service
        .wait_until(|vm| vm.status == Some(VmStatus::Down))
        .await?;
    service.remove().await?;
    assert_eq!(vms.list().await?.len(), before);
    assert!(matches!(service.get().await, Err(Error::NotFound(_))));
    connection.close().await?;
    Ok(())
}

#[test]
fn vm_life_cycle_blocking() -> Result<(), Box<dyn std::error::Error>> {
    let engine = engine();
    let connection = connect(&engine);
    let vms = connection.system_service().vms_service();
    let disk = Disk::new()
        .provisioned_size(1 << 30)
        .format(DiskFormat::Cow)
        .storage_domains([StorageDomain::named("data1")]);
    let attachment = DiskAttachment::new().disk(disk).bootable(true);
    let vm = vms.add(new_vm("web1")).check()?.call()?;
    let service = vms.vm_service(vm.try_id()?);
    service.disk_attachments_service().add(attachment).call()?;
    let start = service.start();
    start
        .with_wait_while_locked(Duration::from_secs(60))
        .call()?;
    let pending = service
        .wait_until(|vm| vm.status == Some(VmStatus::Up))
        .spawn();
    assert_eq!(pending.wait()?.status, Some(VmStatus::Up));
    service.shutdown().call()?;
    service
        .wait_until(|vm| vm.status == Some(VmStatus::Down))
        .call()?;
    service.remove().call()?;
    connection.close().call()?;
    Ok(())
}

#[tokio::test]
async fn devices_are_added_and_their_links_followed() -> Result<(), Box<dyn std::error::Error>> {
    let engine = engine();
    let connection = connect(&engine);
    let system = connection.system_service();
    let vm = system.vms_service().add(new_vm("web1")).await?;
    let service = system.vms_service().vm_service(vm.try_id()?);

    let profile = VnicProfile::with_id("0000000a-000a-000a-000a-000000000398");
    let nic = service
        .nics_service()
        .add(Nic::named("nic1").vnic_profile(profile))
        .await?;
    assert!(nic.mac.and_then(|mac| mac.address).is_some());
    let disk = Disk::named("data")
        .provisioned_size(1_i64 << 30)
        .format(DiskFormat::Cow)
        .storage_domains([StorageDomain::named("data1")]);
    let attachment = DiskAttachment::new()
        .disk(disk)
        .interface(DiskInterface::VirtioScsi);
    let attachment = service.disk_attachments_service().add(attachment).await?;
    let disk = system.disks_service().disk_service(attachment.try_id()?);
    disk.wait_until(|disk| disk.status == Some(DiskStatus::Ok))
        .await?;
    let snapshot = Snapshot::new().description("before");
    let snapshot = service.snapshots_service().add(snapshot).await?;
    let snapshots = service.snapshots_service();
    let snapshot = snapshots.snapshot_service(snapshot.try_id()?);
    snapshot
        .wait_until(|snapshot| snapshot.snapshot_status == Some(SnapshotStatus::Ok))
        .await?;

    let vm = service.get().await?;
    assert!(connection.is_link(&vm.disk_attachments) && connection.is_link(&vm.nics));
    assert!(vm.nics.as_ref().is_some_and(|nics| nics.is_empty()));
    assert_eq!(connection.follow(&vm.nics).await?.len(), 1);
    let attachments = connection.follow(&vm.disk_attachments).await?;
    let disk = connection.follow(&attachments[0].disk).await?;
    assert_eq!(disk.name.as_deref(), Some("data"));
    let cluster = connection.follow(&vm.cluster).await?;
    assert_eq!(cluster.name.as_deref(), Some("Default"));
    let again = connection.follow(&vm).await?;
    assert_eq!(again.id, vm.id);

    let followed = service.get().follow("cluster,nics").await?;
    let cluster = followed
        .cluster
        .as_ref()
        .and_then(|cluster| cluster.object());
    assert_eq!(
        cluster.and_then(|cluster| cluster.name.as_deref()),
        Some("Default")
    );
    assert_eq!(followed.nics.map(|nics| nics.len()), Some(1));
    Ok(())
}

#[test]
fn following_an_object_without_a_valid_href_is_an_error() {
    let connection = Connection::builder("https://engine.example.com/ovirt-engine/api")
        .build()
        .expect("a connection");
    let error = connection
        .follow(&Vm::named("web1"))
        .call()
        .expect_err("no href");
    assert!(error.to_string().contains("no href"), "{error}");
    let elsewhere = Vm::new().href("/other/api/vms/123");
    let error = connection.follow(&elsewhere).call().expect_err("elsewhere");
    assert!(
        error.to_string().contains("not below /ovirt-engine/api/"),
        "{error}"
    );
    assert!(!connection.is_link(&Vm::named("web1")) && connection.is_link(&elsewhere));
}

#[test]
fn services_are_found_by_path() -> Result<(), Error> {
    let connection = Connection::builder("https://engine.example.com/ovirt-engine/api").build()?;
    let service = connection.service("vms/123/diskattachments")?;
    assert_eq!(
        (service.name(), service.path()),
        ("disk_attachments", "/vms/123/diskattachments")
    );
    let typed: DiskAttachmentsService = service.typed()?;
    let walked = connection
        .system_service()
        .vms_service()
        .vm_service("123")
        .disk_attachments_service();
    assert_eq!(format!("{typed:?}"), format!("{walked:?}"));
    assert_eq!(connection.service("")?.name(), "system");
    for path in ["nowhere", "vms/123/nowhere", "vms//nics"] {
        let error = connection.service(path).expect_err(path);
        assert!(
            matches!(error, Error::Usage(_)) && error.to_string().contains(path),
            "{error}"
        );
    }
    let error = connection
        .service("vms")?
        .typed::<VmService>()
        .expect_err("another type");
    assert!(
        error.to_string().contains("is the service `vms`, not `vm`"),
        "{error}"
    );
    assert!(connection.service("vms")?.typed::<VmsService>().is_ok());
    Ok(())
}

#[test]
fn id_is_one_non_empty_path_segment() {
    let engine = engine();
    let connection = connect(&engine);
    let vms = connection.system_service().vms_service();
    for id in ["", ".", ".."] {
        let error = vms
            .vm_service(id)
            .remove()
            .call()
            .expect_err("no identifier");
        assert!(matches!(error, Error::Usage(_)), "{error}");
        assert!(
            error.to_string().contains("vm.remove needs an identifier"),
            "{error}"
        );
    }
    assert!(engine.requests().is_empty(), "nothing was sent");
    let error = vms.vm_service("a/b c").get().call().expect_err("not there");
    assert!(matches!(error, Error::NotFound(_)), "{error}");
    assert_eq!(last_request(&engine).1, "/vms/a%2Fb%20c");
}

#[test]
fn requests_accept_unknown_query_parameters_and_headers() -> Result<(), Error> {
    let engine = engine();
    let connection = connect(&engine);
    let vms = connection.system_service().vms_service();
    vms.list()
        .search("name=vm1 & x")
        .max(5)
        .with_query("custom", "a b")
        .with_header("Filter", "true")
        .with_correlation_id("my-id")
        .with_timeout(Duration::from_secs(20))
        .optional(None::<bool>, |request, value| request.case_sensitive(value))
        .optional(Some(true), |request, value| request.all_content(value))
        .call()?;
    let request = engine.requests().pop().expect("a request");
    assert_eq!(
        request.query,
        "search=name%3Dvm1+%26+x&max=5&custom=a+b&all_content=true"
    );
    assert_eq!(request.header("filter"), Some("true"));
    assert_eq!(request.header("correlation-id"), Some("my-id"));
    assert_eq!(request.header("all-content"), Some("true"));
    Ok(())
}

#[test]
fn mandatory_members_are_checked_without_sending() {
    let engine = engine();
    let connection = connect(&engine);
    let system = connection.system_service();
    let vms = system.vms_service();
    let error = vms.add(Vm::named("x")).check().expect_err("no cluster");
    assert!(
        error
            .to_string()
            .contains("vms.add needs vm.cluster.id or vm.cluster.name"),
        "{error}"
    );
    assert!(vms.add(new_vm("x")).check().is_ok());
    assert!(vms.add_from_snapshot(new_vm("x")).check().is_err());
    assert!(
        system
            .disks_service()
            .add(Disk::named("x"))
            .check()
            .is_err()
    );
    let disk = Disk::new().provisioned_size(1).format(DiskFormat::Raw);
    assert!(system.disks_service().add(disk).check().is_ok());
    assert!(engine.requests().is_empty(), "nothing was sent");
}

#[test]
fn gluster_bricks_are_sent_as_bricks() {
    let engine = engine();
    let connection = connect(&engine);
    let bricks = connection
        .system_service()
        .clusters_service()
        .cluster_service("1")
        .gluster_volumes_service()
        .volume_service("2")
        .gluster_bricks_service();
    let brick = GlusterBrick::with_id("3");
    let _ = bricks.add([brick.clone()]).replica_count(2).call();
    let (method, path, body) = last_request(&engine);
    assert_eq!(
        (method.as_str(), path.as_str()),
        ("POST", "/clusters/1/glustervolumes/2/glusterbricks")
    );
    assert_eq!(body, r#"<bricks><brick id="3"/></bricks>"#);
    let _ = bricks.remove().bricks([brick]).call();
    let (method, _, body) = last_request(&engine);
    assert_eq!(method, "DELETE");
    assert_eq!(body, r#"<action><bricks><brick id="3"/></bricks></action>"#);
}

#[test]
fn wait_timeout_states_the_last_status() {
    let engine = engine();
    let connection = connect(&engine);
    let vms = connection.system_service().vms_service();
    let vm = vms.list().search("name=vm2").call().expect("a list");
    let service = vms.vm_service(vm[0].try_id().expect("an id"));
    let error = service
        .wait_until(|vm| vm.status == Some(VmStatus::Up))
        .timeout(Duration::from_millis(50))
        .interval(Duration::from_millis(5))
        .call()
        .expect_err("it is down");
    assert!(matches!(error, Error::Timeout(_)), "{error}");
    assert!(
        error.to_string().contains("the last status was down"),
        "{error}"
    );
}

#[test]
fn refused_request_is_a_conflict_with_the_fault_of_the_engine() {
    let engine = engine();
    let connection = connect(&engine);
    let vms = connection.system_service().vms_service();
    let error = vms
        .add(new_vm("vm1"))
        .call()
        .expect_err("the name is taken");
    assert!(error.is_conflict(), "{error}");
    assert_eq!(error.operation(), Some("vms.add"));
    assert_eq!(error.messages().len(), 1);
    assert!(error.to_string().contains("already in use"), "{error}");
    let running = vms.list().search("name=vm1").call().expect("a list");
    let service = vms.vm_service(running[0].try_id().expect("an id"));
    let error = service.start().call().expect_err("it runs");
    assert!(error.is_conflict() && error.fault().is_some(), "{error}");
}

#[test]
fn token_unknown_to_the_engine_is_renewed() -> Result<(), Error> {
    let engine = engine();
    let connection = connect(&engine);
    let vms = connection.system_service().vms_service();
    vms.list().call()?;
    engine.expire_tokens();
    assert_eq!(vms.list().call()?.len(), 2);
    Ok(())
}
