//! The content of a new installation: templates, roles, users, network filters, policies.

use super::levels;
use super::{CPU_PROFILE, FILTER, GIB, NETWORK_PROFILE, named};
use crate::access;
use crate::access::{EVERYONE, USERNAME};
use crate::defaults;
use crate::node::Node;
use crate::object::ZERO_ID;
use crate::world::World;

/// Adds everything except the objects of the data center.
pub(super) fn fill(world: &mut World) {
    filters(world);
    templates(world);
    users(world);
    constants(world);
}

/// Adds the members common to templates and instance types.
fn hardware(node: Node, memory: u64, sockets: u32) -> Node {
    let mut node = node
        .with_text("memory", memory.to_string())
        .with_text("creation_time", "2008-04-01T00:00:00.000Z")
        .with_text("status", "ok");
    node.set("memory_policy.guaranteed", memory.to_string());
    node.set("memory_policy.max", (memory * 4).to_string());
    node.set("cpu.topology.sockets", sockets.to_string());
    node
}

fn templates(world: &mut World) {
    let mut blank = hardware(
        named("template", ZERO_ID, "Blank", "Blank template"),
        GIB,
        1,
    );
    blank.set("version.version_name", "base version");
    blank.set("version.version_number", "1");
    blank
        .child_mut("version")
        .set_reference("base_template", ZERO_ID);
    defaults::complete("template", &mut blank);
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
        let mut kind = hardware(named("instance_type", id, name, ""), memory, sockets);
        defaults::complete("instance_type", &mut kind);
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
    world
        .store
        .add("domains", named("domain", "", "internal-authz", ""));
    world.store.add(
        "groups",
        named("group", EVERYONE, "Everyone", "").with_text("namespace", "*"),
    );
    let user = access::ensure_user(world, USERNAME);
    let permission = Node::new("permission")
        .with(Node::reference(
            "role",
            "00000000-0000-0000-0000-000000000001",
        ))
        .with(Node::reference("user", &user));
    world.store.add("permissions", permission);
    permit_everyone(world);
}

/// Adds the permissions that everyone has from the start.
fn permit_everyone(world: &mut World) {
    let mut permit = |role: &str, object: Option<(&str, &str)>| {
        let Some(role) = world
            .find_by_name("roles", role)
            .map(|role| role.id().to_owned())
        else {
            return;
        };
        let mut permission = Node::new("permission")
            .with(Node::reference("group", EVERYONE))
            .with(Node::reference("role", &role));
        let path = match object {
            Some(("template", id)) => {
                permission.set_reference("template", id);
                "permissions".to_owned()
            }
            Some((home, id)) => format!("{home}/{id}/permissions"),
            None => "permissions".to_owned(),
        };
        world.store.add(&path, permission);
    };
    permit("UserTemplateBasedVm", Some(("template", ZERO_ID)));
    permit("VnicProfileUser", Some(("vnicprofiles", NETWORK_PROFILE)));
    permit("CpuProfileOperator", Some(("cpuprofiles", CPU_PROFILE)));
    permit("UserProfileEditor", None);
}

/// Adds the objects that never change.
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
    levels::fill(world);
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

fn filters(world: &mut World) {
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
        let id = if index == 0 { FILTER } else { "" };
        world
            .store
            .add("networkfilters", named("network_filter", id, name, ""));
    }
}
