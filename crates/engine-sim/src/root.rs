//! The API root document.

use crate::caller::Caller;
use crate::message::Response;
use crate::node::Node;
use crate::object::{
    AFFINITY_LABELS, BOOKMARKS, CLUSTER_LEVELS, CLUSTERS, CPU_PROFILES, DATA_CENTERS,
    DISK_PROFILES, DISKS, DOMAINS, EVENTS, EXTERNAL_HOST_PROVIDERS, EXTERNAL_TEMPLATE_IMPORTS,
    EXTERNAL_VM_IMPORTS, GROUPS, HOSTS, ICONS, IMAGE_TRANSFERS, INSTANCE_TYPES, JOBS,
    KATELLO_ERRATA, MAC_POOLS, NETWORK_FILTERS, NETWORKS, OPENSTACK_IMAGE_PROVIDERS,
    OPENSTACK_NETWORK_PROVIDERS, OPENSTACK_VOLUME_PROVIDERS, OPERATING_SYSTEMS, PERMISSIONS, ROLES,
    SCHEDULING_POLICIES, SCHEDULING_POLICY_UNITS, STORAGE_CONNECTIONS, STORAGE_DOMAINS, TAGS,
    TEMPLATES, USERS, VM_POOLS, VMS, VNIC_PROFILES, ZERO_ID,
};
use crate::rsdl;
use crate::status::{ACTIVE, UP, is_running};
use crate::storage_status;
use crate::world::{API, World, now};
use crate::xsd;

/// Collections in the order of their links, and whether they are searchable.
const LINKS: &[(&str, bool)] = &[
    (CLUSTERS, true),
    (DATA_CENTERS, true),
    (EVENTS, true),
    (HOSTS, true),
    (NETWORKS, true),
    (ROLES, false),
    (STORAGE_DOMAINS, true),
    (TAGS, false),
    (BOOKMARKS, false),
    (ICONS, false),
    (TEMPLATES, true),
    (INSTANCE_TYPES, true),
    (USERS, true),
    (GROUPS, true),
    (DOMAINS, false),
    (VM_POOLS, true),
    (VMS, true),
    (DISKS, true),
    (JOBS, false),
    (STORAGE_CONNECTIONS, false),
    (VNIC_PROFILES, false),
    (DISK_PROFILES, false),
    (CPU_PROFILES, false),
    (SCHEDULING_POLICY_UNITS, false),
    (SCHEDULING_POLICIES, false),
    (PERMISSIONS, false),
    (MAC_POOLS, false),
    (NETWORK_FILTERS, false),
    (OPERATING_SYSTEMS, false),
    (EXTERNAL_HOST_PROVIDERS, false),
    (OPENSTACK_IMAGE_PROVIDERS, false),
    (OPENSTACK_VOLUME_PROVIDERS, false),
    (OPENSTACK_NETWORK_PROVIDERS, false),
    (KATELLO_ERRATA, false),
    (AFFINITY_LABELS, false),
    (CLUSTER_LEVELS, false),
    (IMAGE_TRANSFERS, false),
    (EXTERNAL_VM_IMPORTS, false),
    (EXTERNAL_TEMPLATE_IMPORTS, false),
];

/// Returns the response to a request for the root.
pub(crate) fn document(world: &World, version: &str, caller: &Caller) -> Response {
    let base = format!("{API}{version}");
    let mut api = Node::new("api");
    let header = add_links(world, &base, &mut api);
    let sees_engine = caller.sees_engine();
    if sees_engine {
        api.children.push(Node::new("engine_backup"));
    }
    api.children.push(product(world));
    api.children.push(special_objects(&base));
    if sees_engine {
        api.children.push(summary(world));
    }
    api.children.push(Node::leaf("time", now()));
    let user = &caller.user;
    if !user.is_empty() {
        for tag in ["authenticated_user", "effective_user"] {
            let mut reference = Node::new(tag);
            reference.set_attribute("href", &format!("{base}/users/{user}"));
            reference.set_attribute("id", user);
            api.children.push(reference);
        }
    }
    if let Some(kind) = world.schema.model.structure("api") {
        api.children
            .retain(|child| !world.schema.hides(kind, child));
    }
    Response::document(200, api).with_header("Link", header)
}

/// Adds the links to the collections. Returns them as the header `Link` has them.
fn add_links(world: &World, base: &str, api: &mut Node) -> String {
    let mut header = Vec::new();
    let links = LINKS.iter();
    let links = links.filter(|(name, _)| world.schema.locate(name).is_some());
    for (name, searchable) in links {
        let mut add = |href: String, rel: String| {
            header.push(format!("<https://{}{href}>; rel={rel}", world.server));
            let mut link = Node::new("link");
            link.set_attribute("href", &href);
            link.set_attribute("rel", &rel);
            api.children.push(link);
        };
        add(format!("{base}/{name}"), (*name).to_owned());
        if *searchable {
            let from = if *name == EVENTS {
                ";from={event_id}"
            } else {
                ""
            };
            add(
                format!("{base}/{name}{from}?search={{query}}"),
                format!("{name}/search"),
            );
        }
    }
    header.sort();
    header.join(",")
}

/// Returns the response to `?schema`.
pub(crate) fn schema(world: &World) -> Response {
    let schema = xsd::schema(&world.schema.model);
    Response::typed("application/octet-stream", schema)
}

/// Returns the response to `?rsdl`.
pub(crate) fn rsdl(world: &World, version: &str) -> Response {
    let base = format!("{API}{version}");
    let link = |tag: &str, address: String, rel: &str| {
        let mut link = Node::new(tag);
        link.set_attribute("href", &address);
        link.set_attribute("rel", rel);
        link
    };
    let schema = link("schema", format!("{base}?schema"), "schema")
        .with_text("name", "ovirt-engine-api-schema.xsd")
        .with_text("description", "oVirt API entities schema.");
    let product = product(world);
    let mut number = product.child("version").cloned().unwrap_or_default();
    number.remove("full_version");
    let rsdl = link("rsdl", format!("{base}?rsdl"), "rsdl")
        .with_text("description", "The oVirt RESTful API description language.")
        .with(number)
        .with(schema)
        .with(rsdl::general(&base))
        .with(rsdl::links(&world.schema.model));
    Response::document(200, rsdl)
}

fn product(world: &World) -> Node {
    let id = world
        .store
        .list(DATA_CENTERS)
        .first()
        .map_or(ZERO_ID, Node::id);
    Node::new("product_info")
        .with_text("instance_id", id)
        .with(world.schema.version.product())
}

fn special_objects(base: &str) -> Node {
    let mut special = Node::new("special_objects");
    for (tag, collection) in [("blank_template", TEMPLATES), ("root_tag", TAGS)] {
        let mut reference = Node::new(tag);
        reference.set_attribute("href", &format!("{base}/{collection}/{ZERO_ID}"));
        reference.set_attribute("id", ZERO_ID);
        special.children.push(reference);
    }
    special
}

/// Counts the objects of the main types, and the active ones among them.
fn summary(world: &World) -> Node {
    let mut summary = Node::new("summary");
    let is_active = |object: &Node| match (object.tag.as_str(), object.get("status")) {
        ("vm", status) => status.is_some_and(is_running),
        ("host", status) => status == Some(UP),
        ("storage_domain", _) => {
            storage_status::status(world, object.id()).as_deref() == Some(ACTIVE)
        }
        _ => true,
    };
    for (tag, collection) in [
        ("hosts", HOSTS),
        ("storage_domains", STORAGE_DOMAINS),
        ("users", USERS),
        ("vms", VMS),
    ] {
        let objects = world.store.list(collection);
        let active = objects.iter().filter(|object| is_active(object)).count();
        summary.children.push(
            Node::new(tag)
                .with_text("active", active.to_string())
                .with_text("total", objects.len().to_string()),
        );
    }
    summary
}
