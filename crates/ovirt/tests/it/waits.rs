//! Waiting for a status of an object, and for its removal.

use std::future::IntoFuture as _;
use std::sync::Mutex;
use std::time::Duration;

use ovirt::types::{
    BackupPhase, DiskStatus, HostStatus, ImageTransferPhase, IpVersion, SnapshotStatus, Vm,
    VmStatus,
};
use ovirt::{Error, ErrorKind, WaitForIp, WaitUntil};

use crate::support::server::{Request, Response};
use crate::support::stub_engine::StubEngine;

const FAST: Duration = Duration::from_millis(1);

/// An engine whose only object has these statuses, one per request; the last one repeats. `404`
/// stands for no object.
fn engine(tag: &'static str, member: &'static str, statuses: &[&'static str]) -> StubEngine {
    let statuses = statuses.to_vec();
    let next = Mutex::new(0);
    StubEngine::new(move |_: &Request| {
        let mut next = next.lock().unwrap();
        let status = statuses[*next];
        *next = (*next + 1).min(statuses.len() - 1);
        match status {
            "404" => Response::empty(404),
            "403" => Response::empty(403),
            status => {
                // A snapshot also has the status of its VM.
                let other = match member {
                    "snapshot_status" => "<status>down</status>",
                    _ => "",
                };
                let xml = format!("<{tag} id='7'>{other}<{member}>{status}</{member}></{tag}>");
                Response::xml(200, &xml)
            }
        }
    })
}

/// Waits on the service of the object 7; returns the outcome and the number of requests.
macro_rules! wait {
    ($engine:expr, $($locator:ident($($id:literal)?)).+, $method:ident($($target:expr)?)) => {{
        let engine = $engine;
        let system = engine.connect().system_service();
        let service = system$(.$locator($($id)?))+;
        let wait = service.$method($($target)?).interval(FAST);
        let outcome = wait.timeout(Duration::from_secs(20)).await;
        let mut requests = engine.api_requests();
        requests.retain(|request| !request.target.contains("/events"));
        (outcome, requests.len())
    }};
}

fn check_failure<T>((outcome, requests): (Result<T, Error>, usize), expected: (usize, &str)) {
    let error = outcome.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::WaitFailed, "{error}");
    assert!(!error.is_retryable());
    assert!(error.to_string().contains(expected.1), "{error}");
    assert_eq!(requests, expected.0, "{error}");
}

#[tokio::test]
async fn failed_wait_has_the_latest_event_about_the_object() {
    let events = "<events>\
        <event id='9'><description>VM b is up.</description><vm id='8'/></event>\
        <event id='7'><description>VM a is down. Out of memory.</description><vm id='7'/></event>\
        <event id='6'><description>VM a was started.</description><vm id='7'/></event></events>";
    let next = Mutex::new(["wait_for_launch", "down"].into_iter());
    let engine = StubEngine::new(move |request: &Request| {
        if request.target.contains("/events") {
            return Response::xml(200, events);
        }
        let status = next.lock().unwrap().next().unwrap_or("down");
        Response::xml(
            200,
            &format!("<vm id='7'><name>a</name><status>{status}</status></vm>"),
        )
    });
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("7");
    let wait = vm.wait_for_status(VmStatus::Up).interval(FAST);
    let error = wait.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitFailed);
    let text = error.to_string();
    assert!(
        text.contains("event about it: \"VM a is down. Out of memory.\""),
        "{text}"
    );
    let requests = engine.api_requests();
    let of_events = |request: &&Request| request.target.contains("/events");
    assert_eq!(requests.iter().filter(of_events).count(), 1);
}

/// An engine whose VM reports no device at first, and then these.
fn ip_engine(devices: &'static str) -> StubEngine {
    let first = Mutex::new(true);
    StubEngine::new(move |request: &Request| {
        assert_eq!(request.target, "/ovirt-engine/api/vms/7/reporteddevices");
        match std::mem::take(&mut *first.lock().unwrap()) {
            true => Response::xml(200, "<reported_devices/>"),
            false => Response::xml(200, devices),
        }
    })
}

const DEVICES: &str = "<reported_devices>\
    <reported_device><name>lo</name><ips><ip><address>127.0.0.1</address></ip></ips></reported_device>\
    <reported_device><name>eth0</name><ips><ip><address>fe80::1%eth0</address></ip>\
    <ip><address>169.254.0.9</address></ip><ip><address>10.1.2.3</address></ip>\
    <ip><address>fd00::5</address></ip></ips></reported_device>\
    <reported_device><name>eth1</name><ips><ip><address>192.168.1.7</address></ip></ips>\
    </reported_device></reported_devices>";

#[tokio::test]
async fn first_address_that_passes_all_filters_ends_the_wait() {
    type Filters = fn(WaitForIp) -> WaitForIp;
    let table: [(Filters, &str); 8] = [
        (|wait| wait, "10.1.2.3"),
        (|wait| wait.loopback(true), "127.0.0.1"),
        (|wait| wait.link_local(true), "fe80::1"),
        (
            |wait| wait.link_local(true).version(IpVersion::V4),
            "169.254.0.9",
        ),
        (|wait| wait.version(IpVersion::V6), "fd00::5"),
        (|wait| wait.network("192.168.0.0/16"), "192.168.1.7"),
        (|wait| wait.interface("eth1"), "192.168.1.7"),
        (|wait| wait.network("fd00::/8").interface("eth0"), "fd00::5"),
    ];
    for (filters, expected) in table {
        let engine = ip_engine(DEVICES);
        let vm = engine.vms().vm_service("7");
        let address = filters(vm.wait_for_ip()).interval(FAST).await.unwrap();
        assert_eq!(address.to_string(), expected);
        assert_eq!(engine.api_requests().len(), 2);
    }
}

#[tokio::test]
async fn timeout_of_a_wait_for_an_address_names_the_others() {
    let engine = ip_engine(DEVICES);
    let vm = engine.vms().vm_service("7");
    let wait = vm.wait_for_ip().interface("eth2").interval(FAST);
    let error = wait.timeout(FAST * 300).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(
        error.to_string().contains("only 127.0.0.1, fe80::1,"),
        "{error}"
    );

    let error = vm.wait_for_ip().network("10.0.0.0").await.unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error}");
}

/// Waits with a condition that borrows what it has seen.
fn statuses_seen(engine: &StubEngine, run: impl FnOnce(WaitUntil<'_, Vm>)) -> Vec<String> {
    let mut seen = Vec::new();
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("7");
    let condition = |vm: &Vm| {
        seen.extend(vm.status.as_ref().map(ToString::to_string));
        vm.status == Some(VmStatus::Up)
    };
    run(vm.wait_until(condition).interval(FAST));
    seen
}

#[test]
fn a_condition_may_borrow_with_any_executor() {
    let statuses = ["down", "powering_up", "up"];
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let ways: [fn(WaitUntil<'_, Vm>, &tokio::runtime::Runtime); 4] = [
        |wait, _| drop(wait.call().unwrap()),
        |wait, runtime| drop(runtime.block_on(wait.into_future()).unwrap()),
        |wait, runtime| {
            let _entered = runtime.enter();
            drop(wait.call().unwrap());
        },
        |wait, _| {
            let local = tokio::task::LocalSet::new();
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            drop(local.block_on(&runtime, wait.into_future()).unwrap());
        },
    ];
    for way in ways {
        let engine = engine("vm", "status", &statuses);
        assert_eq!(statuses_seen(&engine, |wait| way(wait, &runtime)), statuses);
    }
}

#[tokio::test]
async fn failed_status_ends_a_wait_at_once() {
    let disk = engine("disk", "status", &["locked", "illegal"]);
    let outcome = wait!(
        disk,
        disks_service().disk_service("7"),
        wait_for_status(DiskStatus::Ok)
    );
    check_failure(
        outcome,
        (
            2,
            "/disks/7 has the status illegal and will not become ok (disk.get: GET",
        ),
    );
    for status in ["install_failed", "non_operational", "error"] {
        let host = engine("host", "status", &["installing", status]);
        let up = HostStatus::Up;
        let outcome = wait!(host, hosts_service().host_service("7"), wait_for_status(up));
        check_failure(outcome, (2, &format!("the status {status}")));
    }
    for phase in ["finished_failure", "cancelled_system", "finished_cleanup"] {
        let transfer = engine("image_transfer", "phase", &["initializing", phase]);
        let goal = ImageTransferPhase::FinishedSuccess;
        let outcome = wait!(
            transfer,
            image_transfers_service().image_transfer_service("7"),
            wait_for_status(goal)
        );
        check_failure(outcome, (2, &format!("the phase {phase} and will not")));
    }
}

#[tokio::test]
async fn return_to_a_stable_status_ends_a_wait() {
    let vm = engine(
        "vm",
        "status",
        &["down", "wait_for_launch", "powering_up", "down"],
    );
    let outcome = wait!(
        vm,
        vms_service().vm_service("7"),
        wait_for_status(VmStatus::Up)
    );
    check_failure(outcome, (5, "the status down and will not become up"));
}

#[tokio::test]
async fn stable_status_does_not_end_a_wait_before_or_between_operations() {
    let vm = engine(
        "vm",
        "status",
        &[
            "down",
            "down",
            "down",
            "image_locked",
            "down",
            "wait_for_launch",
            "up",
        ],
    );
    let (vm, requests) = wait!(
        vm,
        vms_service().vm_service("7"),
        wait_for_status(VmStatus::Up)
    );
    assert_eq!(vm.unwrap().status, Some(VmStatus::Up));
    assert_eq!(requests, 7);
}

#[tokio::test]
async fn any_of_several_statuses_ends_a_wait() {
    let vm = engine("vm", "status", &["wait_for_launch", "paused"]);
    let goals = [VmStatus::Up, VmStatus::Paused];
    let (vm, _) = wait!(
        vm,
        vms_service().vm_service("7"),
        wait_for_any_status(goals)
    );
    assert_eq!(vm.unwrap().status, Some(VmStatus::Paused));
    let disk = engine("disk", "status", &["locked", "illegal"]);
    let goals = DiskStatus::Illegal;
    let (disk, _) = wait!(
        disk,
        disks_service().disk_service("7"),
        wait_for_status(goals)
    );
    assert_eq!(disk.unwrap().status, Some(DiskStatus::Illegal));
}

#[tokio::test]
async fn phases_and_snapshot_statuses_are_waited_for() {
    let snapshot = engine("snapshot", "snapshot_status", &["locked", "ok"]);
    let (snapshot, requests) = wait!(
        snapshot,
        vms_service()
            .vm_service("1")
            .snapshots_service()
            .snapshot_service("7"),
        wait_for_status(SnapshotStatus::Ok)
    );
    assert_eq!(snapshot.unwrap().snapshot_status, Some(SnapshotStatus::Ok));
    assert_eq!(requests, 2);
    let backup = engine("backup", "phase", &["starting", "failed"]);
    let outcome = wait!(
        backup,
        vms_service()
            .vm_service("1")
            .backups_service()
            .backup_service("7"),
        wait_for_status(BackupPhase::Ready)
    );
    check_failure(outcome, (2, "the phase failed and will not become ready"));
}

#[tokio::test]
async fn timeout_names_the_member_and_has_its_kind() {
    let table = [
        ("image_transfer", "phase", "transferring"),
        ("disk", "status", "locked"),
    ];
    for (tag, member, status) in table {
        let engine = engine(tag, member, &[status]);
        let system = engine.connect().system_service();
        let limit = Duration::from_millis(300);
        let error = match tag {
            "disk" => {
                let service = system.disks_service().disk_service("7");
                let wait = service.wait_until(|disk| disk.status == Some(DiskStatus::Ok));
                wait.timeout(limit).await.unwrap_err()
            }
            _ => {
                let service = system.image_transfers_service().image_transfer_service("7");
                let wait = service.wait_for_status(ImageTransferPhase::FinishedSuccess);
                wait.timeout(limit).await.unwrap_err()
            }
        };
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(matches!(error, Error::Timeout(_)));
        let expected = format!("the last {member} was {status}");
        assert!(error.to_string().contains(&expected), "{error}");
    }
}

#[tokio::test]
async fn removal_is_waited_for() {
    let disk = engine("disk", "status", &["locked", "locked", "404"]);
    let (outcome, requests) = wait!(disk, disks_service().disk_service("7"), wait_until_gone());
    outcome.unwrap();
    assert_eq!(requests, 3);

    let disk = engine("disk", "status", &["locked", "403"]);
    let (outcome, _) = wait!(disk, disks_service().disk_service("7"), wait_until_gone());
    assert!(matches!(outcome, Err(Error::Auth(_))), "{outcome:?}");

    let disk = engine("disk", "status", &["locked"]);
    let service = disk
        .connect()
        .system_service()
        .disks_service()
        .disk_service("7");
    let wait = service
        .wait_until_gone()
        .timeout(Duration::from_millis(300));
    let error = wait.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(
        error.to_string().contains("the last status was locked"),
        "{error}"
    );
}

#[tokio::test]
async fn vms_of_a_pool_are_waited_for() {
    let vms = ["a:image_locked", "a:down b:wait_for_launch", "a:down b:up"];
    let next = Mutex::new(0);
    let engine = StubEngine::new(move |request: &Request| {
        if request.target.contains("/vmpools/7") {
            let xml = "<vm_pool id='7'><name>web</name><size>2</size></vm_pool>";
            return Response::xml(200, xml);
        }
        assert!(
            request.target.ends_with("/vms?search=pool%3Dweb"),
            "{request:?}"
        );
        let mut next = next.lock().unwrap();
        let mut xml = "<vms><vm id='c'><vm_pool id='8'/></vm>".to_owned();
        for vm in vms[*next].split(' ') {
            let (id, status) = vm.split_once(':').unwrap();
            let status = format!("<name>{id}</name><status>{status}</status>");
            xml.push_str(&format!("<vm id='{id}'>{status}<vm_pool id='7'/></vm>"));
        }
        *next = (*next + 1).min(vms.len() - 1);
        Response::xml(200, &(xml + "</vms>"))
    });
    let (vms, requests) = wait!(engine, vm_pools_service().pool_service("7"), wait_for_vms());
    assert_eq!(vms.unwrap().len(), 2);
    assert_eq!(requests, 6);
}
