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
