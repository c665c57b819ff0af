//! Lists of disks, hosts and events.

use super::element::Element;
use super::random::{Random, uuid};

const STORAGE_DOMAINS: usize = 8;

/// Objects that events refer to.
const VMS: usize = 2_000;
const HOSTS: usize = 40;
const CLUSTERS: usize = 4;
const TEMPLATES: usize = 12;
const USERS: usize = 6;

/// Kinds of event: code, severity, and the message with placeholders.
const EVENTS: [(u32, &str, &str); 13] = [
    (30, "normal", "USER signed in."),
    (31, "normal", "USER signed out."),
    (32, "normal", "VM was started by USER (host: HOST)."),
    (33, "normal", "VM was stopped by USER."),
    (34, "normal", "VM was created by USER."),
    (35, "normal", "The settings of VM were changed by USER."),
    (45, "normal", "A snapshot of VM was requested by USER."),
    (61, "normal", "VM is down on HOST."),
    (63, "normal", "VM moves from HOST to another host."),
    (119, "error", "VM went down with an error."),
    (
        528,
        "warning",
        "The memory of HOST is in use by more than the threshold.",
    ),
    (603, "warning", "VM does not respond."),
    (9000, "alert", "HOST has no power management."),
];

/// Appends `count` disks, each made of a random seed.
pub(super) fn disks(out: &mut String, seeds: &[Element], count: usize) {
    for index in 0..count {
        let mut random = Random::new("disk", index);
        let mut disk = seeds[random.index(seeds.len())].clone();
        let name = format!("app{:05}_disk{}", random.below(5_000), 1 + random.below(3));
        let size = (1 + random.below(200)) << 30;
        let actual = size / (1 + random.below(10));
        disk.identify(&uuid("disk", index));
        disk.set("name", &name);
        disk.set("alias", &name);
        disk.set("image_id", uuid("image", index));
        disk.set("provisioned_size", size);
        disk.set("actual_size", actual);
        disk.set("total_size", actual);
        let domain = uuid("storage domain", random.index(STORAGE_DOMAINS));
        disk.refer("storage_domains/storage_domain", "storagedomains", &domain);
        disk.write(out, 1);
    }
}

/// Appends `count` hosts, each made of a random seed.
pub(super) fn hosts(out: &mut String, seeds: &[Element], count: usize) {
    for index in 0..count {
        let mut random = Random::new("host", index);
        let mut host = seeds[random.index(seeds.len())].clone();
        let address = format!("host{index:05}.example.com");
        let serial = uuid("serial", index);
        let (active, migrating) = (random.below(50), random.below(3));
        host.identify(&uuid("host", index));
        host.set("name", format_args!("host{index:05}"));
        host.set("address", &address);
        let subject = format_args!("O=example.com,CN={address}");
        host.set("certificate/subject", subject);
        host.set("hardware_information/serial_number", &serial);
        host.set("hardware_information/uuid", serial.to_uppercase());
        let initiator = random.next() >> 20;
        let initiator = format_args!("iqn.1994-05.com.example:{initiator:x}");
        host.set("iscsi/initiator", initiator);
        host.set("max_scheduling_memory", random.below(1 << 38));
        let fingerprint = format_args!("SHA256:{:016x}{:016x}", random.next(), random.next());
        host.set("ssh/fingerprint", fingerprint);
        host.set("summary/active", active);
        host.set("summary/migrating", migrating);
        host.set("summary/total", active + migrating);
        host.write(out, 1);
    }
}

/// Appends `count` events, the latest first.
pub(super) fn events(out: &mut String, count: usize) {
    for index in 0..count {
        let mut random = Random::new("event", index);
        let (code, severity, message) = EVENTS[random.index(EVENTS.len())];
        let number = count - index;
        let vm = random.index(VMS);
        let (host, user) = (random.index(HOSTS), random.index(USERS));
        let (has_vm, has_host) = (message.contains("VM"), message.contains("HOST"));
        let description = message
            .replace("VM", &format!("app{vm:05}"))
            .replace("HOST", &format!("host{host:02}"))
            .replace("USER", &format!("user{user}@internal"));
        let references: String = [
            (has_vm || has_host, "cluster", "clusters", host % CLUSTERS),
            (has_vm || has_host, "data_center", "datacenters", 0),
            (has_host, "host", "hosts", host),
            (has_vm, "template", "templates", vm % TEMPLATES),
            (message.contains("USER"), "user", "users", user),
            (has_vm, "vm", "vms", vm),
        ]
        .into_iter()
        .filter(|(is_set, ..)| *is_set)
        .map(|(_, tag, collection, index)| {
            let id = uuid(tag, index);
            format!("        <{tag} href=\"/ovirt-engine/api/{collection}/{id}\" id=\"{id}\"/>\n")
        })
        .collect();
        let (correlation, time) = (random.next() >> 32, random.date());
        out.push_str(&format!(
            "    <event href=\"/ovirt-engine/api/events/{number}\" id=\"{number}\">
        <description>{description}</description>
        <code>{code}</code>
        <correlation_id>{correlation:x}</correlation_id>
        <custom_id>-1</custom_id>
        <flood_rate>30</flood_rate>
        <index>{number}</index>
        <origin>oVirt</origin>
        <severity>{severity}</severity>
        <time>{time}</time>
{references}    </event>\n"
        ));
    }
}
