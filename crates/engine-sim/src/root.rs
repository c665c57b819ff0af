//! The API root document.

use crate::caller::Caller;
use crate::message::Response;
use crate::node::Node;
use crate::object::ZERO_ID;
use crate::rsdl;
use crate::status::{ACTIVE, UP, is_running};
use crate::storage_status;
use crate::world::{API, World, now};
use crate::xsd;

/// Collections in the order of their links, and whether they are searchable.
const LINKS: &[(&str, bool)] = &[
    ("clusters", true),
    ("datacenters", true),
    ("events", true),
    ("hosts", true),
    ("networks", true),
    ("roles", false),
    ("storagedomains", true),
    ("tags", false),
    ("bookmarks", false),
    ("icons", false),
    ("templates", true),
    ("instancetypes", true),
    ("users", true),
    ("groups", true),
    ("domains", false),
    ("vmpools", true),
    ("vms", true),
    ("disks", true),
    ("jobs", false),
    ("storageconnections", false),
    ("vnicprofiles", false),
    ("diskprofiles", false),
    ("cpuprofiles", false),
    ("schedulingpolicyunits", false),
    ("schedulingpolicies", false),
    ("permissions", false),
    ("macpools", false),
    ("networkfilters", false),
    ("operatingsystems", false),
    ("externalhostproviders", false),
    ("openstackimageproviders", false),
    ("openstackvolumeproviders", false),
    ("openstacknetworkproviders", false),
    ("katelloerrata", false),
    ("affinitylabels", false),
    ("clusterlevels", false),
    ("imagetransfers", false),
    ("externalvmimports", false),
    ("externaltemplateimports", false),
];

/// Returns the response to a request for the root.
pub(crate) fn document(world: &World, version: &str, caller: &Caller) -> Response {
    let base = format!("{API}{version}");
    let mut api = Node::new("api");
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
            let from = if *name == "events" {
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
    Response::document(200, api).with_header("Link", header.join(","))
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
        .list("datacenters")
        .first()
        .map_or(ZERO_ID, Node::id);
    Node::new("product_info")
        .with_text("instance_id", id)
        .with(world.schema.version.product())
}

fn special_objects(base: &str) -> Node {
    let mut special = Node::new("special_objects");
    for (tag, collection) in [("blank_template", "templates"), ("root_tag", "tags")] {
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
        ("hosts", "hosts"),
        ("storage_domains", "storagedomains"),
        ("users", "users"),
        ("vms", "vms"),
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
