//! What an engine has from the start: the content of a new installation, and a small inventory.

use crate::behaviour::{snapshot, vm};
use crate::node::Node;
use crate::root::ZERO_ID;
use crate::world::{World, now};

/// How many of each the inventory has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) hosts: usize,
    pub(crate) vms: usize,
}

const NETWORK: &str = "00000000-0000-0000-0000-000000000009";
const VNIC_PROFILE: &str = "0000000a-000a-000a-000a-000000000398";
const MAC_POOL: &str = "58ca604b-017d-0374-0220-00000000014e";
const CPU_PROFILE: &str = "58ca604e-01a7-003f-01de-000000000250";
const EVERYONE: &str = "eee00000-0000-0000-0000-123456789eee";
const GIB: u64 = 1 << 30;

/// Fills a new engine.
pub(crate) fn fill(world: &mut World, sizes: Sizes) {
    let data_center = data_center(world);
    let cluster = cluster(world, &data_center);
    networks(world, &data_center, &cluster);
    templates(world, &cluster);
    users(world);
    constants(world);
    let domain = storage(world, &data_center);
    let hosts: Vec<String> = (0..sizes.hosts).map(|n| host(world, &cluster, n)).collect();
    for number in 0..sizes.vms {
        machine(world, number, &cluster, &domain, &hosts);
    }
}

/// An object with an identifier of its own, a name and a description.
fn named(tag: &str, id: &str, name: &str, description: &str) -> Node {
    let mut node = Node::new(tag);
    if !id.is_empty() {
        node.set_attribute("id", id);
    }
    node.with_text("name", name)
        .with_text("description", description)
}

fn version(tag: &str) -> Node {
    Node::new(tag)
        .with_text("major", "4")
        .with_text("minor", "8")
}

fn data_center(world: &mut World) -> String {
    world.store.add("macpools", {
        let range = Node::new("range")
            .with_text("from", "56:6f:1a:00:00:00")
            .with_text("to", "56:6f:1a:00:ff:ff");
        named("mac_pool", MAC_POOL, "Default", "Default MAC pool")
            .with_text("allow_duplicates", "false")
            .with_text("default_pool", "true")
            .with(Node::new("ranges").with(range))
    });
    let mut supported = Node::new("supported_versions");
    supported.children.push(version("version"));
    let center = named("data_center", "", "Default", "The default Data Center")
        .with_text("local", "false")
        .with_text("quota_mode", "disabled")
        .with_text("status", "up")
        .with_text("storage_format", "v5")
        .with(supported)
        .with(version("version"))
        .with(Node::reference("mac_pool", MAC_POOL));
    world.store.add("datacenters", center)
}

fn cluster(world: &mut World, data_center: &str) -> String {
    let mut cluster = named("cluster", "", "Default", "The default server cluster")
        .with_text("ballooning_enabled", "true")
        .with_text("gluster_service", "false")
        .with_text("threads_as_cores", "false")
        .with_text("trusted_service", "false")
        .with_text("virt_service", "true")
        .with(version("version"))
        .with(Node::reference("data_center", data_center))
        .with(Node::reference("mac_pool", MAC_POOL))
        .with(Node::reference(
            "scheduling_policy",
            "b4ed2332-a7ac-4d5f-9596-99a439cb2812",
        ));
    cluster.set("cpu.architecture", "x86_64");
    cluster.set("fencing_policy.enabled", "true");
    cluster.set("ksm.enabled", "true");
    cluster.set("memory_policy.over_commit.percent", "100");
    let id = world.store.add("clusters", cluster);
    let profile =
        named("cpu_profile", CPU_PROFILE, "Default", "").with(Node::reference("cluster", &id));
    world.store.add("cpuprofiles", profile);
    id
}

fn networks(world: &mut World, data_center: &str, cluster: &str) {
    let mut usages = Node::new("usages");
    for usage in ["default_route", "display", "management", "migration", "vm"] {
        usages.children.push(Node::leaf("usage", usage));
    }
    let network = named("network", NETWORK, "ovirtmgmt", "Management Network")
        .with_text("mtu", "0")
        .with_text("stp", "false")
        .with_text("vdsm_name", "ovirtmgmt")
        .with(usages.clone())
        .with(Node::reference("data_center", data_center));
    world.store.add("networks", network);
    let assigned = Node::reference("network", NETWORK)
        .with_text("required", "true")
        .with_text("status", "operational")
        .with_text("display", "true");
    world
        .store
        .add(&format!("clusters/{cluster}/networks"), assigned);
    const FILTERS: &[&str] = &[
        "vdsm-no-mac-spoofing",
        "allow-arp",
        "allow-dhcp",
        "allow-dhcp-server",
        "allow-incoming-ipv4",
        "allow-ipv4",
        "clean-traffic",
        "no-arp-ip-spoofing",
        "no-arp-mac-spoofing",
        "no-arp-spoofing",
        "no-ip-multicast",
        "no-ip-spoofing",
        "no-mac-broadcast",
        "no-mac-spoofing",
        "no-other-l2-traffic",
        "no-other-rarp-traffic",
        "qemu-announce-self",
        "qemu-announce-self-rarp",
    ];
    for (index, name) in FILTERS.iter().enumerate() {
        let id = if index == 0 {
            "d2370ab4-fee3-11e9-a310-8c1645ce738e"
        } else {
            ""
        };
        world
            .store
            .add("networkfilters", named("network_filter", id, name, ""));
    }
    let profile = named("vnic_profile", VNIC_PROFILE, "ovirtmgmt", "")
        .with_text("port_mirroring", "false")
        .with(Node::new("pass_through").with_text("mode", "disabled"))
        .with(Node::reference("network", NETWORK))
        .with(Node::reference(
            "network_filter",
            "d2370ab4-fee3-11e9-a310-8c1645ce738e",
        ));
    world.store.add("vnicprofiles", profile);
}

/// Parts that templates and instance types have in common.
fn hardware(node: Node, memory: u64, sockets: u32) -> Node {
    let mut node = node
        .with_text("memory", memory.to_string())
        .with_text("creation_time", "2008-04-01T00:00:00.000Z")
        .with_text("status", "ok");
    node.set("memory_policy.guaranteed", memory.to_string());
    node.set("memory_policy.max", (memory * 4).to_string());
    node.set("cpu.topology.cores", "1");
    node.set("cpu.topology.sockets", sockets.to_string());
    node.set("cpu.topology.threads", "1");
    node
}

fn templates(world: &mut World, _cluster: &str) {
    let mut blank = hardware(
        named("template", ZERO_ID, "Blank", "Blank template"),
        GIB,
        1,
    );
    blank.set("os.type", "other");
    blank.set("type", "server");
    blank.set("version.version_name", "base version");
    blank.set("version.version_number", "1");
    world.store.add("templates", blank);
    for (id, name, memory, sockets) in [
        ("00000003-0003-0003-0003-0000000000be", "Tiny", GIB / 2, 1),
        ("00000005-0005-0005-0005-0000000002e6", "Small", 2 * GIB, 1),
        ("00000007-0007-0007-0007-00000000010a", "Medium", 4 * GIB, 2),
        ("00000009-0009-0009-0009-0000000000f1", "Large", 8 * GIB, 2),
        (
            "0000000b-000b-000b-000b-00000000021f",
            "XLarge",
            16 * GIB,
            4,
        ),
    ] {
        let kind = hardware(named("instance_type", id, name, ""), memory, sockets);
        world.store.add("instancetypes", kind);
    }
}

/// Roles: identifier, name, and whether they are for administrators.
const ROLES: &[(&str, &str, bool)] = &[
    ("00000000-0000-0000-0000-000000000001", "SuperUser", true),
    ("00000000-0000-0000-0001-000000000001", "UserRole", false),
    (
        "00000000-0000-0000-0001-000000000002",
        "PowerUserRole",
        false,
    ),
    ("def00001-0000-0000-0000-def000000001", "ClusterAdmin", true),
    (
        "def00002-0000-0000-0000-def000000002",
        "DataCenterAdmin",
        true,
    ),
    ("def00003-0000-0000-0000-def000000003", "StorageAdmin", true),
    ("def00004-0000-0000-0000-def000000004", "HostAdmin", true),
    ("def00005-0000-0000-0000-def000000005", "NetworkAdmin", true),
    (
        "def00006-0000-0000-0000-def000000006",
        "UserVmManager",
        false,
    ),
    ("def00007-0000-0000-0000-def000000007", "VmPoolAdmin", true),
    (
        "def00008-0000-0000-0000-def000000008",
        "TemplateAdmin",
        true,
    ),
    (
        "def00009-0000-0000-0000-def000000009",
        "UserTemplateBasedVm",
        false,
    ),
    (
        "def0000a-0000-0000-0000-def00000000a",
        "QuotaConsumer",
        false,
    ),
    (
        "def0000a-0000-0000-0000-def00000000b",
        "DiskOperator",
        false,
    ),
    ("def0000a-0000-0000-0000-def00000000c", "DiskCreator", false),
    ("def0000a-0000-0000-0000-def00000000d", "VmCreator", false),
    (
        "def0000a-0000-0000-0000-def00000000e",
        "TemplateCreator",
        false,
    ),
    (
        "def0000a-0000-0000-0000-def00000000f",
        "TemplateOwner",
        false,
    ),
    (
        "def0000a-0000-0000-0000-def000000010",
        "VnicProfileUser",
        false,
    ),
    ("def0000b-0000-0000-0000-def00000000b", "GlusterAdmin", true),
    (
        "def0000c-0000-0000-0000-def00000000c",
        "ReadOnlyAdmin",
        true,
    ),
    (
        "def0000c-0000-0000-0000-def000000000",
        "ExternalEventsCreator",
        false,
    ),
    (
        "def0000d-0000-0000-0000-def000000000",
        "ExternalTasksCreator",
        false,
    ),
    (
        "def00011-0000-0000-0000-def000000011",
        "InstanceCreator",
        false,
    ),
    ("def00011-0000-0000-0000-def000000013", "TagManager", true),
    (
        "def00011-0000-0000-0000-def000000014",
        "BookmarkManager",
        true,
    ),
    (
        "def00011-0000-0000-0000-def000000015",
        "EventNotificationManager",
        true,
    ),
    (
        "def00011-0000-0000-0000-def000000016",
        "AuditLogManager",
        true,
    ),
    (
        "def00012-0000-0000-0000-def000000012",
        "UserInstanceManager",
        false,
    ),
    ("def00013-0000-0000-0000-def000000013", "MacPoolAdmin", true),
    ("def00014-0000-0000-0000-def000000014", "MacPoolUser", false),
    (
        "def00016-0000-0000-0000-def000000016",
        "CpuProfileCreator",
        true,
    ),
    (
        "def00017-0000-0000-0000-def000000017",
        "CpuProfileOperator",
        false,
    ),
    (
        "def00020-0000-0000-0000-abc000000010",
        "DiskProfileUser",
        false,
    ),
    (
        "def00006-0000-0000-0000-def000000011",
        "UserVmRunTimeManager",
        false,
    ),
    (
        "def00021-0000-0000-0000-def000000015",
        "UserProfileEditor",
        false,
    ),
    (
        "def00030-0000-0000-0000-def000000011",
        "VmImporterExporter",
        true,
    ),
];

fn users(world: &mut World) {
    for (id, name, administrative) in ROLES {
        let role = named("role", id, name, "")
            .with_text("administrative", administrative.to_string())
            .with_text("mutable", "false");
        world.store.add("roles", role);
    }
    let user = named("user", "", "admin", "")
        .with_text("domain_entry_id", "admin")
        .with_text("namespace", "*")
        .with_text("principal", "admin")
        .with_text("user_name", "admin@internal-authz");
    let user = world.store.add("users", user);
    world.store.add(
        "groups",
        named("group", EVERYONE, "Everyone", "").with_text("namespace", "*"),
    );
    let domain = world
        .store
        .add("domains", named("domain", "", "internal-authz", ""));
    world.change("users", &user, |user| user.set_reference("domain", &domain));
    let permission = Node::new("permission")
        .with(Node::reference(
            "role",
            "00000000-0000-0000-0000-000000000001",
        ))
        .with(Node::reference("user", &user));
    world.store.add("permissions", permission);
}

/// What an engine has and nobody changes.
fn constants(world: &mut World) {
    world
        .store
        .add("tags", named("tag", ZERO_ID, "root", "root"));
    for (id, name) in [
        ("b4ed2332-a7ac-4d5f-9596-99a439cb2812", "none"),
        (
            "7677771e-5eab-422e-83fa-dc04080d21b7",
            "cluster_maintenance",
        ),
        ("20d25257-b4bd-4589-92a6-c4c5c5d3fd1a", "evenly_distributed"),
        ("5a2b0939-7d46-4b73-a469-e9c2c7fc6a53", "power_saving"),
        (
            "8d5d7bec-68de-4a67-b53e-0ac54686d579",
            "vm_evenly_distributed",
        ),
    ] {
        let policy = named("scheduling_policy", id, name, "").with_text("locked", "true");
        world.store.add("schedulingpolicies", policy);
    }
    for minor in 2..=8 {
        world.store.add(
            "clusterlevels",
            Node::reference("cluster_level", &format!("4.{minor}")),
        );
    }
    for (id, name, description) in [
        ("0", "other", "Other OS"),
        ("5", "other_linux", "Linux"),
        ("24", "rhel_7x64", "Red Hat Enterprise Linux 7.x x64"),
        ("26", "windows_10", "Windows 10"),
        ("27", "windows_10x64", "Windows 10 x64"),
        ("29", "windows_2016x64", "Windows 2016 x64"),
        ("30", "rhel_8x64", "Red Hat Enterprise Linux 8.x x64"),
        ("31", "windows_2019x64", "Windows 2019 x64"),
        ("34", "rhel_9x64", "Red Hat Enterprise Linux 9.x x64"),
        ("36", "windows_11", "Windows 11"),
        ("37", "windows_2022", "Windows 2022"),
        ("39", "rhel_10x64", "Red Hat Enterprise Linux 10.x x64"),
    ] {
        world.store.add(
            "operatingsystems",
            named("operating_system", id, name, description),
        );
    }
}

/// A data domain, attached and active.
fn storage(world: &mut World, data_center: &str) -> String {
    let storage = Node::new("storage")
        .with_text("address", "nfs.example.com")
        .with_text("path", "/exports/data")
        .with_text("type", "nfs");
    let domain = named("storage_domain", "", "data1", "")
        .with_text("available", (1_u64 << 40).to_string())
        .with_text("committed", "0")
        .with_text("external_status", "ok")
        .with_text("master", "true")
        .with_text("storage_format", "v5")
        .with_text("type", "data")
        .with_text("used", (32 * GIB).to_string())
        .with(storage)
        .with(Node::new("data_centers").with(Node::reference("data_center", data_center)));
    let id = world.store.add("storagedomains", domain);
    let attached = Node::reference("storage_domain", &id).with_text("status", "active");
    world.store.add(
        &format!("datacenters/{data_center}/storagedomains"),
        attached,
    );
    id
}

fn host(world: &mut World, cluster: &str, number: usize) -> String {
    let name = format!("host{}", number + 1);
    let address = format!("{name}.example.com");
    let mut host = named("host", "", &name, "")
        .with_text("address", address)
        .with_text("external_status", "ok")
        .with_text("memory", (64 * GIB).to_string())
        .with_text("port", "54321")
        .with_text("status", "up")
        .with_text("type", "rhel")
        .with(Node::reference("cluster", cluster));
    host.set("cpu.name", "AMD EPYC");
    host.set("cpu.speed", "2000");
    host.set("cpu.topology.cores", "8");
    host.set("cpu.topology.sockets", "2");
    host.set("cpu.topology.threads", "2");
    host.set("os.type", "RHEL");
    host.set("spm.priority", "5");
    host.set("spm.status", if number == 0 { "spm" } else { "none" });
    let id = world.store.add("hosts", host);
    let mut nic = named("host_nic", "", "eth0", "")
        .with_text("status", "up")
        .with_text("mtu", "1500")
        .with(Node::reference("host", &id))
        .with(Node::reference("network", NETWORK));
    nic.set(
        "mac.address",
        format!("52:54:00:00:00:{:02x}", number & 0xff),
    );
    world.store.add(&format!("hosts/{id}/nics"), nic);
    id
}

/// A virtual machine with a disk and a network interface; every other one runs.
fn machine(world: &mut World, number: usize, cluster: &str, domain: &str, hosts: &[String]) {
    let name = format!("vm{}", number + 1);
    let mut machine = named("vm", "", &name, "")
        .with(Node::reference("cluster", cluster))
        .with(Node::reference("cpu_profile", CPU_PROFILE));
    // The inventory fits: nothing of it can be refused.
    let _ = vm::check_add(world, &mut machine);
    machine.set("status", "down");
    let host = hosts
        .get(number % hosts.len().max(1))
        .filter(|_| number.is_multiple_of(2));
    if let Some(host) = host {
        machine.set("status", "up");
        machine.set("start_time", now());
        machine.set("fqdn", format!("{name}.example.com"));
        machine.set_reference("host", host);
        machine.set("display.address", "127.0.0.1");
        machine.set("display.port", "5900");
    }
    let id = world.store.add("vms", machine);
    let path = format!("vms/{id}");
    snapshot::add_active(world, &path);
    vm::add_devices(world, &path);
    let mut nic = named("nic", "", "nic1", "")
        .with(Node::reference("vm", &id))
        .with(Node::reference("vnic_profile", VNIC_PROFILE));
    vm::check_nic(world, &mut nic);
    world.store.add(&format!("{path}/nics"), nic);
    let disk = named("disk", "", &format!("{name}_Disk1"), "")
        .with_text("alias", format!("{name}_Disk1"))
        .with_text("actual_size", GIB.to_string())
        .with_text("content_type", "data")
        .with_text("format", "cow")
        .with_text("provisioned_size", (16 * GIB).to_string())
        .with_text("shareable", "false")
        .with_text("sparse", "true")
        .with_text("status", "ok")
        .with_text("storage_type", "image")
        .with_text("total_size", (16 * GIB).to_string())
        .with_text("wipe_after_delete", "false")
        .with(Node::new("storage_domains").with(Node::reference("storage_domain", domain)));
    let disk = world.store.add("disks", disk);
    let attachment = Node::reference("disk_attachment", &disk)
        .with_text("active", "true")
        .with_text("bootable", "true")
        .with_text("interface", "virtio_scsi")
        .with_text("pass_discard", "false")
        .with_text("read_only", "false")
        .with_text("uses_scsi_reservation", "false")
        .with(Node::reference("disk", &disk))
        .with(Node::reference("vm", &id));
    world
        .store
        .add(&format!("{path}/diskattachments"), attachment);
}
