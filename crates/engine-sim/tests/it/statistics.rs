//! Statistics: what belongs together agrees.

use std::time::{Duration, Instant};

use crate::client::{Client, engine};

/// Returns the value of a statistic.
fn value(client: &Client<'_>, path: &str, name: &str) -> f64 {
    let body = client.get(&format!("{path}/statistics")).body;
    let statistic = body
        .split("<name>")
        .find(|rest| rest.starts_with(&format!("{name}<")));
    let datum = statistic.and_then(|rest| rest.split("<datum>").nth(1)?.split('<').next());
    datum.and_then(|text| text.parse().ok()).expect(name)
}

#[test]
fn totals_are_what_rates_add_up_to_since_the_start() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=status=up").id();
    let vm = format!("/vms/{vm}");
    let nic = format!("{vm}/nics/{}", client.get(&format!("{vm}/nics")).id());
    // The highest rate is 1 MB/s, and the VM was started with the engine.
    let limit = Duration::from_secs(600);
    let began = Instant::now();
    for direction in ["rx", "tx"] {
        let total = value(&client, &nic, &format!("data.total.{direction}"));
        let rate = value(&client, &nic, &format!("data.current.{direction}"));
        let bits = value(&client, &nic, &format!("data.current.{direction}.bps"));
        assert!(
            rate <= 1e6 && (0.0..=limit.as_secs_f64() * 1e6).contains(&total),
            "{total}"
        );
        // Both are of the same moment, unless the interval has just ended.
        let is_same = value(&client, &nic, &format!("data.current.{direction}")) == rate;
        assert!(!is_same || bits == 8.0 * rate, "{bits} {rate}");
        let later = value(&client, &nic, &format!("data.total.{direction}"));
        let seconds = began.elapsed().as_secs_f64() + 2.0;
        assert!(
            later >= total && later - total <= seconds * 1e6,
            "{total} {later}"
        );
    }
    let uptime = value(&client, &vm, "elapsed.time");
    assert!((0.0..=limit.as_secs_f64()).contains(&uptime), "{uptime}");
}

#[test]
fn a_storage_domain_is_committed_to_the_sizes_of_its_disks() {
    let engine = engine();
    let client = Client::new(&engine);
    let domain = format!("/storagedomains/{}", client.first("storagedomains"));
    let committed = || -> u64 {
        client
            .get(&domain)
            .text("committed")
            .parse()
            .expect("a number")
    };
    let before = committed();
    let disks = client.get(&format!("{domain}/disks")).body;
    let sizes = disks.split("<provisioned_size>").skip(1);
    let sizes = sizes.filter_map(|rest| rest.split('<').next()?.parse::<u64>().ok());
    assert_eq!(before, sizes.sum::<u64>());
    let id = domain.rsplit('/').next().expect("an id");
    let disk = format!(
        "<disk><name>thin</name><format>cow</format><provisioned_size>1073741824\
         </provisioned_size><storage_domains><storage_domain id=\"{id}\"/></storage_domains></disk>"
    );
    assert_eq!(client.post("/disks", &disk).status, 201);
    assert_eq!(committed(), before + (1 << 30));
}

#[test]
fn disks_take_the_space_of_their_domain_and_vms_the_memory_of_their_host() {
    const GIB: i64 = 1 << 30;
    let engine = engine();
    let client = Client::new(&engine);
    let number = |path: &str, member: &str| -> i64 {
        client.get(path).text(member).parse().expect("a number")
    };
    let domain = format!("/storagedomains/{}", client.first("storagedomains"));
    let space = || [number(&domain, "available"), number(&domain, "used")];
    let [available, used] = space();
    let body = format!(
        "<disk><format>raw</format><sparse>false</sparse><provisioned_size>{}</provisioned_size>\
         <storage_domains><storage_domain id=\"{}\"/></storage_domains></disk>",
        3 * GIB,
        client.first("storagedomains")
    );
    let disk = format!("/disks/{}", client.post("/disks", &body).id());
    client.wait_for(&disk, "status", "ok");
    assert_eq!(space(), [available - 3 * GIB, used + 3 * GIB]);
    client.send(
        "PUT",
        &domain,
        "<storage_domain><available>1</available></storage_domain>",
    );
    assert_eq!(space(), [available - 3 * GIB, used + 3 * GIB]);
    client.send("DELETE", &disk, "");
    assert_eq!(space(), [available, used]);

    let running = client.get("/vms?max=1&search=status=up").body;
    let id_after = |mark: &str| {
        let rest = running.split(mark).nth(1).expect("an address");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let vm = format!("/vms/{}", id_after("<vm href=\"/ovirt-engine/api/vms/"));
    let host = format!(
        "/hosts/{}",
        id_after("<host href=\"/ovirt-engine/api/hosts/")
    );
    let left = number(&host, "max_scheduling_memory");
    let memory = number(&vm, "memory");
    assert_eq!(client.post(&format!("{vm}/stop"), "<action/>").status, 200);
    assert!(number(&host, "max_scheduling_memory") > left + memory);
}

#[test]
fn a_host_uses_what_its_vms_use() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=status=up").id();
    let host = format!(
        "/hosts/{}",
        client.get(&format!("/vms/{vm}")).text("host.id")
    );
    let used = value(&client, &host, "memory.used");
    let total = value(&client, &host, "memory.total");
    let guest = value(&client, &format!("/vms/{vm}"), "memory.used");
    assert!(
        guest > 0.0 && used > guest && used < total,
        "{guest} {used}"
    );
    let node = format!(
        "{host}/numanodes/{}",
        client.first(&format!("{host}/numanodes")[1..])
    );
    let share = value(&client, &node, "memory.used") / value(&client, &node, "memory.total");
    // Its level changes every few seconds.
    assert!((share - used / total).abs() < 0.05, "{share}");
    // A quarter of the memory of a VM is used at least.
    let before = used;
    let size = "<vm><memory>68719476736</memory><memory_policy><max>68719476736</max>\
                </memory_policy><cpu><topology><sockets>16</sockets></topology></cpu></vm>";
    let idle = client.get("/vms?search=status=down").id();
    let idle = format!("/vms/{idle}");
    assert_eq!(client.send("PUT", &idle, size).status, 200);
    let host = host.rsplit('/').next().expect("an id");
    let start = format!(
        "<action><vm><placement_policy><hosts><host id=\"{host}\"/></hosts></placement_policy>\
         </vm></action>"
    );
    let started = client.post(&format!("{idle}/start"), &start);
    assert_eq!(started.status, 200, "{}", started.body);
    let after = value(&client, &format!("/hosts/{host}"), "memory.used");
    assert!(after > before + 12e9, "{before} {after}");
    // It has half of the CPUs of the host. Values belong together within an interval.
    let user = || value(&client, &format!("/hosts/{host}"), "cpu.current.user");
    let (first, guest) = (user(), value(&client, &idle, "cpu.current.guest"));
    assert!(first != user() || 2.0 * first >= guest, "{first} {guest}");
}

#[test]
fn a_disk_is_busy_only_while_a_vm_runs_with_it() {
    let engine = engine();
    let client = Client::new(&engine);
    for (status, is_busy) in [("up", true), ("down", false)] {
        let vm = client.get(&format!("/vms?search=status={status}")).id();
        let disk = client.first(&format!("vms/{vm}/diskattachments"));
        let read = value(&client, &format!("/disks/{disk}"), "disk.read.latency")
            + value(&client, &format!("/disks/{disk}"), "disk.write.latency")
            + value(&client, &format!("/disks/{disk}"), "disk.flush.latency");
        assert_eq!(read > 0.0, is_busy, "{status}");
        let counted = value(&client, &format!("/disks/{disk}"), "data.current.read_ops");
        assert!(value(&client, &format!("/disks/{disk}"), "data.current.read_ops") >= counted);
    }
}
