//! Compatibility versions of clusters, with their CPU types and permits.

use crate::node::Node;
use crate::world::World;

/// CPU types with their architecture, per vendor from the oldest to the newest.
const PROCESSORS: &[(&str, &[&str])] = &[
    (
        "x86_64",
        &[
            "Intel Nehalem Family",
            "Intel Westmere Family",
            "Intel SandyBridge Family",
            "Intel IvyBridge Family",
            "Intel Haswell Family",
            "Intel Broadwell Family",
            "Intel Skylake Client Family",
            "Intel Skylake Server Family",
            "Intel Cascadelake Server Family",
            "Intel Icelake Server Family",
        ],
    ),
    ("x86_64", &["AMD Opteron G4", "AMD Opteron G5", "AMD EPYC"]),
    ("ppc64", &["IBM POWER8", "IBM POWER9"]),
    (
        "s390x",
        &[
            "IBM z114, z196",
            "IBM zBC12, zEC12",
            "IBM z13s, z13",
            "IBM z14",
        ],
    ),
];

/// Permits: number, name, and whether roles with it are for administrators.
const PERMITS: &[(u16, &str, bool)] = &[
    (1, "create_vm", false),
    (2, "delete_vm", false),
    (3, "edit_vm_properties", false),
    (4, "vm_basic_operations", false),
    (5, "change_vm_cd", false),
    (6, "migrate_vm", false),
    (7, "connect_to_vm", false),
    (8, "import_export_vm", true),
    (9, "configure_vm_network", false),
    (10, "configure_vm_storage", false),
    (11, "move_vm", false),
    (12, "manipulate_vm_snapshots", false),
    (13, "reconnect_to_vm", true),
    (14, "change_vm_custom_properties", true),
    (100, "create_host", true),
    (101, "edit_host_configuration", true),
    (102, "delete_host", true),
    (103, "manipulate_host", true),
    (104, "configure_host_network", true),
    (200, "create_template", false),
    (201, "edit_template_properties", false),
    (202, "delete_template", false),
    (203, "copy_template", false),
    (204, "configure_template_network", false),
    (300, "create_vm_pool", true),
    (301, "edit_vm_pool_configuration", true),
    (302, "delete_vm_pool", true),
    (303, "vm_pool_basic_operations", false),
    (400, "create_cluster", true),
    (401, "edit_cluster_configuration", true),
    (402, "delete_cluster", true),
    (403, "configure_cluster_network", true),
    (500, "manipulate_users", true),
    (501, "manipulate_permissions", false),
    (502, "manipulate_roles", true),
    (600, "create_storage_domain", true),
    (601, "edit_storage_domain_configuration", true),
    (602, "delete_storage_domain", true),
    (603, "manipulate_storage_domain", true),
    (700, "create_storage_pool", true),
    (701, "edit_storage_pool_configuration", true),
    (702, "delete_storage_pool", true),
    (703, "configure_storage_pool_network", true),
    (800, "configure_engine", true),
    (900, "configure_quota", true),
    (901, "consume_quota", false),
    (1100, "create_disk", false),
    (1101, "attach_disk", false),
    (1102, "edit_disk_properties", false),
    (1103, "configure_disk_storage", false),
    (1104, "delete_disk", false),
    (1300, "login", false),
    (1301, "tag_management", true),
    (1302, "bookmark_management", true),
    (1303, "event_notification_management", true),
    (1304, "audit_log_management", true),
];

/// Returns the name of a permit.
pub(crate) fn permit_name(id: &str) -> Option<&'static str> {
    let number: u16 = id.parse().ok()?;
    let found = PERMITS.iter().find(|(own, ..)| *own == number);
    found.map(|(_, name, _)| *name)
}

pub(super) fn fill(world: &mut World) {
    for minor in 2..=8 {
        let level = Node::reference("cluster_level", &format!("4.{minor}"))
            .with(processors())
            .with(permits());
        world.store.add("clusterlevels", level);
    }
}

fn processors() -> Node {
    let mut list = Node::new("cpu_types");
    for (architecture, names) in PROCESSORS {
        for (level, name) in (1..).zip(*names) {
            let processor = Node::new("cpu_type")
                .with_text("architecture", *architecture)
                .with_text("level", i32::to_string(&level))
                .with_text("name", *name);
            list.children.push(processor);
        }
    }
    list
}

fn permits() -> Node {
    let mut list = Node::new("permits");
    for (number, name, administrative) in PERMITS {
        let permit = Node::reference("permit", &number.to_string())
            .with_text("name", *name)
            .with_text("administrative", administrative.to_string());
        list.children.push(permit);
    }
    list
}
