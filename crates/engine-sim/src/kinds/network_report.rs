//! What a host reports about the networks attached to it: whether they are as configured.

use std::borrow::Cow;

use super::network::has_usage;
use crate::node::Node;
use crate::object::{NETWORKS, ObjectRef};
use crate::world::World;

/// Name server of the network with the default route.
const NAME_SERVER: &str = "127.0.0.53";

/// Adds what the host reports to an attachment in a response.
pub(super) fn show<'n>(world: &World, attachment: Cow<'n, Node>) -> Cow<'n, Node> {
    // Loaded attachments have it.
    if attachment.child("reported_configurations").is_some() {
        return attachment;
    }
    let report = report(world, &attachment);
    let mut attachment = attachment.into_owned();
    complete_assignments(&mut attachment);
    attachment.children.push(report);
    Cow::Owned(attachment)
}

/// Adds the assignment of each version of IP that has none.
fn complete_assignments(attachment: &mut Node) {
    let assignments = attachment.child_mut("ip_address_assignments");
    for version in ["v4", "v6"] {
        if !assignments
            .children
            .iter()
            .any(|own| has_version(own, version))
        {
            let none = Node::new("ip_address_assignment")
                .with_text("assignment_method", "none")
                .with(Node::new("ip").with_text("version", version));
            assignments.children.push(none);
        }
    }
}

/// Whether an assignment is of a version of IP; version 4 unless it says otherwise.
fn has_version(assignment: &Node, version: &str) -> bool {
    assignment.get("ip.version").unwrap_or("v4") == version
}

/// Returns the configuration, all of which is in sync.
fn report(world: &World, attachment: &Node) -> Node {
    let id = attachment.child("network").map_or("", Node::id);
    let network = ObjectRef::network(id).get(world);
    let text = |path: &str| network.and_then(|network| network.get(path));
    let mtu = text("mtu").filter(|mtu| *mtu != "0").unwrap_or("1500");
    let is_bridged = network.is_some_and(|network| has_usage(network, "vm"));
    let vlan = network.and_then(|network| network.child("vlan"));
    let host = attachment.child("host").map_or("", Node::id);
    let cluster = ObjectRef::cluster(ObjectRef::host(host).target(world, "cluster"));
    let in_cluster = cluster.item(NETWORKS, id).get(world);
    let is_default = in_cluster.is_some_and(|network| has_usage(network, "default_route"));
    let mut report = Node::new("reported_configurations");
    let mut add = |name: &str, value: Option<&str>| {
        report.children.push(configuration(name, value, value));
    };
    add("mtu", Some(mtu));
    add("bridged", Some(flag(is_bridged)));
    add("vlan", vlan.map(Node::id));
    add("switchType", Some("LEGACY"));
    report.children.extend(addresses(attachment));
    if is_default {
        let servers = configuration("dns_configuration", Some(NAME_SERVER), None);
        report.children.push(servers);
    }
    let route = flag(is_default);
    let route = configuration("default_route", Some(route), Some(route));
    report.children.push(route);
    report
}

/// Returns the configuration of the addresses of both versions of IP.
fn addresses(attachment: &Node) -> Vec<Node> {
    let mut configurations = Vec::new();
    let mut add = |name: &str, value: Option<&str>| {
        configurations.push(configuration(name, value, value));
    };
    let assignments = attachment.child("ip_address_assignments");
    let assignments = assignments.map_or(&[][..], |list| &list.children);
    for (version, prefix, members) in [
        ("v4", "ipv4", ["netmask", "address", "gateway"]),
        ("v6", "ipv6", ["prefix", "address", "gateway"]),
    ] {
        let mut own = assignments.iter();
        let own = own.find(|assignment| has_version(assignment, version));
        let method = own.and_then(|own| own.get("assignment_method"));
        add(&format!("{prefix}_boot_protocol"), Some(protocol(method)));
        if method != Some("static") {
            continue;
        }
        for member in members {
            // The prefix of an address is its netmask in documents.
            let path = if member == "prefix" {
                "netmask"
            } else {
                member
            };
            let value = own.and_then(|own| own.child("ip")?.get(path));
            add(&format!("{prefix}_{member}"), value);
        }
    }
    configurations
}

fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Returns the engine's name of how addresses are assigned.
fn protocol(method: Option<&str>) -> &'static str {
    match method {
        Some("static") => "STATIC_IP",
        Some("dhcp") => "DHCP",
        Some("autoconf") => "AUTOCONF",
        Some("poly_dhcp_autoconf") => "POLY_DHCP_AUTOCONF",
        _ => "NONE",
    }
}

fn configuration(name: &str, actual: Option<&str>, expected: Option<&str>) -> Node {
    let mut node = Node::new("reported_configuration");
    for (tag, value) in [("actual_value", actual), ("expected_value", expected)] {
        if let Some(value) = value {
            node.set(tag, value);
        }
    }
    node.with_text("in_sync", "true").with_text("name", name)
}
