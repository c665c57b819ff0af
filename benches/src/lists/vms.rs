//! Realistic lists of VMs: a mix of unrelated VMs, and a data center.

use std::cmp::Reverse;

use super::element::Element;
use super::random::{Random, certificate, date, uuid};

/// Kinds of VM in a data center: each has one template, one operating system and a usual size.
const KINDS: usize = 12;
const SYSTEMS: [&str; KINDS] = [
    "rhel_9x64",
    "other_linux",
    "windows_2022",
    "debian_12",
    "rhel_8x64",
    "sles_15",
    "windows_2019x64",
    "ubuntu_22_04",
    "rhel_7x64",
    "other",
    "windows_10x64",
    "rhcos_x64",
];
const CLUSTERS: usize = 4;
const HOSTS_IN_CLUSTER: usize = 10;

/// Actions of a VM that is down; one that is up has all of its seed.
const ACTIONS_WHEN_DOWN: [&str; 8] = [
    "clone",
    "detach",
    "export",
    "start",
    "commitsnapshot",
    "previewsnapshot",
    "undosnapshot",
    "reordermacaddresses",
];

/// Members that only a VM that is up has.
const MEMBERS_WHEN_UP: [&str; 9] = [
    "display/address",
    "display/certificate",
    "display/port",
    "display/secure_port",
    "fqdn",
    "guest_operating_system",
    "guest_time_zone",
    "host",
    "start_time",
];

/// Appends `count` VMs, each made of a random seed; sorted by name, those of one seed are together.
pub(super) fn mix(out: &mut String, seeds: &[Element], count: usize, sorted: bool) {
    let mut vms: Vec<(String, usize, Random)> = (0..count)
        .map(|index| {
            let mut random = Random::new("mix", index);
            let seed = random.index(seeds.len());
            let name = seeds[seed].text("name").unwrap_or_default();
            (format!("{name}-{:05}", random.below(100_000)), seed, random)
        })
        .collect();
    if sorted {
        vms.sort_by(|one, other| one.0.cmp(&other.0));
    }
    for (name, seed, mut random) in vms {
        let mut vm = seeds[seed].clone();
        let number = random.next() as usize;
        vm.identify(&uuid("vm", number));
        vm.set("name", name);
        for member in ["creation_time", "start_time", "stop_time"] {
            vm.set(member, random.date());
        }
        resize(&mut vm, (1 + random.below(64)) << 28);
        vm.write(out, 1);
    }
}

/// Appends the `count` VMs of one data center, sorted by name: 12 kinds, 4 clusters with 10 hosts
/// each. Three in four are up.
pub(super) fn data_center(out: &mut String, seeds: &[Element], count: usize) {
    let mut running: Vec<&Element> = seeds.iter().filter(|vm| vm.has("host")).collect();
    // Those about which the engine reports the most.
    running.sort_by_key(|vm| Reverse(vm.length()));
    running.truncate(KINDS);
    if running.is_empty() {
        return;
    }
    for index in 0..count {
        let kind = index * KINDS / count;
        let mut vm = running[kind % running.len()].clone();
        let mut random = Random::new("data center", index);
        let name = format!("app{kind:02}-{index:05}");
        vm.identify(&uuid("vm", index));
        vm.set("name", &name);
        vm.set("creation_time", date(kind * 1000 + index));
        vm.set("stop_time", random.date());
        vm.refer("template", "templates", &uuid("template", kind));
        vm.refer("original_template", "templates", &uuid("template", kind));
        vm.set("os/type", SYSTEMS[kind]);
        let cluster = kind % CLUSTERS;
        vm.refer("cluster", "clusters", &uuid("cluster", cluster));
        vm.refer("cpu_profile", "cpuprofiles", &uuid("profile", cluster));
        if random.percent(30) {
            vm.set(
                "description",
                format_args!("Ticket {}", random.below(100_000)),
            );
        }
        let is_resized = random.percent(30);
        let size = if is_resized {
            random.below(16)
        } else {
            kind as u64
        };
        resize(&mut vm, (1 + size) << 30);
        vm.set("cpu/topology/cores", 1 + size);
        if random.percent(75) {
            let host = cluster * HOSTS_IN_CLUSTER + random.index(HOSTS_IN_CLUSTER);
            start(&mut vm, &name, host, &mut random);
        } else {
            stop(&mut vm);
        }
        vm.write(out, 1);
    }
}

/// Sets the values that a VM has on its host.
fn start(vm: &mut Element, name: &str, host: usize, random: &mut Random) {
    let port = 5900 + 2 * random.below(100);
    vm.set("display/address", format_args!("192.0.2.{}", host + 1));
    vm.set("display/port", port);
    vm.set("display/secure_port", port + 1);
    // All displays have the certificate of one CA, that of the engine.
    vm.set("display/certificate/content", certificate(0));
    let subject = format_args!("O=example.com,CN=host{host}.example.com");
    vm.set("display/certificate/subject", subject);
    vm.set("fqdn", format_args!("{name}.example.com"));
    vm.set("start_time", random.date());
    vm.set("status", "up");
    vm.refer("host", "hosts", &uuid("host", host));
}

fn stop(vm: &mut Element) {
    for member in MEMBERS_WHEN_UP {
        vm.remove(member);
    }
    vm.set("status", "down");
    vm.edit("actions", &mut |actions| {
        actions.retain(|link| {
            let mut actions = ACTIONS_WHEN_DOWN.iter();
            actions.any(|action| link.tag_contains(&format!("rel=\"{action}\"")))
        });
    });
}

fn resize(vm: &mut Element, memory: u64) {
    vm.set("memory", memory);
    vm.set("memory_policy/guaranteed", memory);
    vm.set("memory_policy/max", memory * 4);
}
