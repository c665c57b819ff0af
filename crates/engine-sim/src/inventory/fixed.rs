//! What the setup of an engine leaves behind, other than the data center and the cluster:
//! templates, instance types, roles, users, scheduling policies, operating systems.

use super::{CPU_PROFILE, GIB, NETWORK_PROFILE, named};
use super::{levels, options, scheduling, systems};
use crate::caller::{EVERYONE, USERNAME};
use crate::defaults::{self, hexadecimal};
use crate::directory;
use crate::kinds::{self, device, image};
use crate::node::Node;
use crate::object::{
    CPU_PROFILES, DOMAINS, GROUPS, INSTANCE_TYPES, OPENSTACK_IMAGE_PROVIDERS, ObjectRef,
    PERMISSIONS, TAGS, TEMPLATES, VNIC_PROFILES, ZERO_ID,
};
use crate::status::OK;
use crate::world::World;

/// Adds everything except the objects of the data center.
pub(super) fn fill(world: &mut World) {
    systems::fill(world);
    scheduling::fill(world);
    levels::fill(world);
    templates(world);
    users(world);
    options::fill(world);
    image_repository(world);
    let root = named("tag", ZERO_ID, "root", "root");
    world.store.add(TAGS, root);
}

/// Adds the public image repository, which the setup of engines before 4.4 left behind.
fn image_repository(world: &mut World) {
    if !world.schema.version.is_before(4) {
        return;
    }
    let provider = Node::new("openstack_image_provider")
        .with_text("name", "ovirt-image-repository")
        .with_text("description", "Public Glance repository for oVirt")
        .with_text("url", "http://glance.ovirt.org:9292")
        .with_text("requires_authentication", "false");
    let provider = world.store.add(OPENSTACK_IMAGE_PROVIDERS, provider);
    image::added(world, &provider);
}

/// Instance types: identifier, name, description, memory, sockets, and the permission of everyone.
const SIZES: &[(&str, &str, &str, u64, u32, &str)] = &[
    (
        "00000009-0009-0009-0009-0000000000f1",
        "Large",
        "Large instance type",
        8 * GIB,
        2,
        "0000000a-000a-000a-000a-000000000309",
    ),
    (
        "00000007-0007-0007-0007-00000000010a",
        "Medium",
        "Medium instance type",
        4 * GIB,
        2,
        "00000008-0008-0008-0008-0000000001b7",
    ),
    (
        "00000005-0005-0005-0005-0000000002e6",
        "Small",
        "Small instance type",
        2 * GIB,
        1,
        "00000006-0006-0006-0006-000000000044",
    ),
    (
        "00000003-0003-0003-0003-0000000000be",
        "Tiny",
        "Tiny instance type",
        GIB / 2,
        1,
        "00000004-0004-0004-0004-000000000392",
    ),
    (
        "0000000b-000b-000b-000b-00000000021f",
        "XLarge",
        "Extra Large instance type",
        16 * GIB,
        4,
        "0000000c-000c-000c-000c-00000000039b",
    ),
];

/// Adds the members common to templates and instance types.
fn hardware(node: Node, memory: u64, sockets: u32) -> Node {
    let mut node = node.with_text("memory", memory.to_string());
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
    )
    .with_text("creation_time", "2008-03-31T21:00:00.000Z")
    .with_text("status", OK);
    blank.set("cpu.architecture", "undefined");
    blank.set("version.version_name", "");
    blank.set("version.version_number", "0");
    blank
        .child_mut("version")
        .set_reference("base_template", ZERO_ID);
    kinds::of("template").complete(&mut blank);
    defaults::complete_sso(&mut blank);
    // Blank takes these from the cluster of a VM.
    blank.remove("time_zone");
    defaults::set_icons(world, &mut blank);
    world.store.add(TEMPLATES, blank);
    let blank = ObjectRef::template(ZERO_ID);
    device::add_console(world, &blank, "template", "vnc");
    for (id, name, description, memory, sockets, _) in SIZES {
        let mut kind = hardware(
            named("instance_type", id, name, description),
            *memory,
            *sockets,
        )
        .with_text("creation_time", "2014-05-04T21:00:00.000Z");
        kind.set("display.type", "spice");
        kind.set("io.threads", "0");
        kinds::of("instance_type").complete(&mut kind);
        world.store.add(INSTANCE_TYPES, kind);
        // Instance types can be read as templates.
        for (home, member) in [(INSTANCE_TYPES, "instance_type"), (TEMPLATES, "template")] {
            let owner = ObjectRef::new(home, *id);
            for protocol in ["spice", "vnc"] {
                device::add_console(world, &owner, member, protocol);
            }
        }
    }
}

/// Name of the directory of users.
const DOMAIN: &str = "internal-authz";

fn users(world: &mut World) {
    let id = hexadecimal(DOMAIN).to_uppercase();
    world.store.add(DOMAINS, named("domain", &id, DOMAIN, ""));
    let everyone = named("group", EVERYONE, "Everyone", "")
        .with_text("domain_entry_id", hexadecimal(EVERYONE).to_uppercase())
        .with_text("namespace", "*");
    world.store.add(GROUPS, everyone);
    permit_everyone(world);
    let user = directory::ensure_user(world, USERNAME);
    let permission = Node::new("permission")
        .with(Node::reference("role", SUPER_USER))
        .with(Node::reference("user", &user));
    world.store.add(PERMISSIONS, permission);
    for (id, .., permission) in SIZES {
        permit_template(world, permission, id);
    }
    permit_template(world, "00000004-0004-0004-0004-000000000355", ZERO_ID);
}

const SUPER_USER: &str = "00000000-0000-0000-0000-000000000001";
const USER_PROFILE_EDITOR: &str = "def00021-0000-0000-0000-def000000015";
const USER_TEMPLATE_BASED_VM: &str = "def00009-0000-0000-0000-def000000009";
const VNIC_PROFILE_USER: &str = "def0000a-0000-0000-0000-def000000010";
const CPU_PROFILE_OPERATOR: &str = "def00017-0000-0000-0000-def000000017";

/// Returns a permission of the group of everyone.
fn for_everyone(id: &str, role: &str) -> Node {
    let mut permission = Node::new("permission");
    if !id.is_empty() {
        permission.set_attribute("id", id);
    }
    permission
        .with(Node::reference("group", EVERYONE))
        .with(Node::reference("role", role))
}

/// Lets everyone use a template.
fn permit_template(world: &mut World, id: &str, template: &str) {
    let permission = for_everyone(id, USER_TEMPLATE_BASED_VM);
    let permission = permission.with(Node::reference("template", template));
    world.store.add(PERMISSIONS, permission);
}

/// Adds the permissions that everyone has from the start.
fn permit_everyone(world: &mut World) {
    let profile = for_everyone("58ca605c-010d-0307-0224-0000000001a9", USER_PROFILE_EDITOR);
    world.store.add(PERMISSIONS, profile);
    for (object, id, role) in [
        (
            ObjectRef::new(VNIC_PROFILES, NETWORK_PROFILE),
            "0000000b-000b-000b-000b-0000000001d5",
            VNIC_PROFILE_USER,
        ),
        (
            ObjectRef::new(CPU_PROFILES, CPU_PROFILE),
            "58ca604e-01a7-003f-01de-000000000251",
            CPU_PROFILE_OPERATOR,
        ),
    ] {
        world
            .store
            .add(&object.below(PERMISSIONS), for_everyone(id, role));
    }
}
