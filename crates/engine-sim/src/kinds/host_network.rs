//! Host networking: NICs, bonds and network attachments.

use super::network::is_management;
use super::network_report;
use crate::fault::Fault;
use crate::kind::{
    Add, Address, AddressRule, Addressing, Command, KEPT, Kind, References, Remove, Update,
};
use crate::node::{Node, refers_to};
use crate::object::{HOSTS, NETWORK_ATTACHMENTS, NETWORK_LABELS, NETWORKS, NICS, ObjectRef};
use crate::status::UP;
use crate::world::{API, World};

const TITLE: &str = "Networks";

pub(super) static NETWORK_ATTACHMENT: Kind = Kind {
    name: "network_attachment",
    references: References {
        checked_later: &["network"],
        ..KEPT.references
    },
    address: Addressing {
        rule: AddressRule::By(address),
        reference: |_, attachment, child, _| {
            let host = attachment
                .child("host")
                .filter(|_| child.tag == "host_nic")?;
            Some(format!("{HOSTS}/{}/nics/{}", host.id(), child.id()))
        },
        ..KEPT.address
    },
    title: TITLE,
    job: true,
    add: Add {
        check: check_add,
        done: added,
        ..KEPT.add
    },
    update: Update {
        apply: update,
        ..KEPT.update
    },
    remove: Remove {
        check: |world, _, attachment| detach(world, attachment),
        ..KEPT.remove
    },
    show: |world, _, attachment| network_report::show(world, attachment),
    set_by_engine: &["in_sync", "reported_configurations"],
    ..KEPT
};

/// Returns the management network of a host's cluster.
pub(super) fn management_network(world: &World, host: &ObjectRef) -> Option<ObjectRef> {
    let cluster = ObjectRef::cluster(host.target(world, "cluster"));
    let mut assigned = world.store.list(&cluster.below(NETWORKS)).iter();
    let management = assigned.find(|network| is_management(world, network.id()))?;
    Some(ObjectRef::network(management.id()))
}

/// Attaches a network to a NIC of a host. The attachment is listed below both.
pub(super) fn attach(
    world: &mut World,
    nic: &ObjectRef,
    network: &ObjectRef,
    mut attachment: Node,
) {
    let host = host_of(nic);
    attachment.tag = "network_attachment".into();
    attachment.attributes.clear();
    attachment.set("in_sync", "true");
    attachment.set_reference("host", host.id());
    attachment.set_reference("host_nic", nic.id());
    attachment.set_reference("network", network.id());
    let added = world
        .store
        .add(&host.below(NETWORK_ATTACHMENTS), attachment.clone());
    attachment.set_attribute("id", added.id());
    world.store.add(&nic.below(NETWORK_ATTACHMENTS), attachment);
}

/// Returns the address of a single network attachment of a host: below the NIC.
fn address(_: &World, attachment: &Node, path: &[&str]) -> Address {
    let below_nic = || {
        let [path] = path else { return None };
        let (collection, id) = path.rsplit_once('/')?;
        let host = collection.strip_suffix("/networkattachments")?;
        let is_of_host = host.split('/').count() == 2;
        let nic = attachment.child("host_nic").filter(|_| is_of_host)?;
        Some(format!("{host}/nics/{}/networkattachments/{id}", nic.id()))
    };
    below_nic().map_or(Address::Path, Address::Other)
}

/// Removes an attachment from both lists.
fn remove(world: &mut World, attachment: &ObjectRef) {
    for listed in in_lists(world, attachment) {
        listed.remove(world);
    }
}

/// Returns an attachment in the lists of its host and of the host's NICs.
fn in_lists(world: &World, attachment: &ObjectRef) -> Vec<ObjectRef> {
    let mut paths = world
        .store
        .paths_below(&format!("{}/", host_of(attachment).path()));
    paths.retain(|path| path.rsplit('/').next() == Some(NETWORK_ATTACHMENTS));
    let listed = paths.into_iter();
    listed
        .map(|path| ObjectRef::new(path, attachment.id()))
        .collect()
}

/// Returns the host that a NIC or an attachment belongs to.
fn host_of(object: &ObjectRef) -> ObjectRef {
    object.owner(HOSTS).unwrap_or_else(|| ObjectRef::host(""))
}

/// Checks a new attachment of a host or of one of its NICs.
fn check_add(world: &mut World, command: &Command<'_>, attachment: &mut Node) -> Result<(), Fault> {
    let owner = command.owner();
    let host = match owner.owner(HOSTS) {
        Some(host) => {
            attachment.set_reference("host_nic", owner.id());
            host
        }
        None => owner,
    };
    let network = ObjectRef::network(attachment.child("network").map_or("", Node::id));
    let nic = find_nic(world, &host, attachment.child("host_nic"))?;
    check_network(world, &host, &network)?;
    attachment.set("in_sync", "true");
    attachment.set_reference("host", host.id());
    attachment.set_reference("host_nic", nic.id());
    Ok(())
}

fn check_network(world: &World, host: &ObjectRef, network: &ObjectRef) -> Result<(), Fault> {
    let cluster = ObjectRef::cluster(host.target(world, "cluster"));
    let (id, name) = (network.id(), network.name(world));
    if !network.exists(world) {
        return Err(Fault::invalid(format!(
            "Logical Network (id '{id}') doesn't exist."
        )));
    }
    if !cluster.item(NETWORKS, id).exists(world) {
        return Err(Fault::cannot(
            "setup",
            TITLE,
            format!("The following Logical Networks do not exist in the Host's Cluster: {name}."),
        ));
    }
    let mut attachments = world.store.list(&host.below(NETWORK_ATTACHMENTS)).iter();
    if attachments.any(|one| refers_to(one, "network", id)) {
        return Err(Fault::cannot(
            "setup",
            TITLE,
            format!(
                "Given network '{name}' is already attached to given host '{}'.",
                host.name(world)
            ),
        ));
    }
    Ok(())
}

/// Finds the NIC that a reference identifies by id or name.
fn find_nic(world: &World, host: &ObjectRef, reference: Option<&Node>) -> Result<ObjectRef, Fault> {
    let path = host.below(NICS);
    let found = reference.and_then(|reference| match reference.id() {
        "" => {
            let nic = world.find_by_name(&path, reference.get("name")?)?;
            Some(host.item(NICS, nic.id()))
        }
        id => Some(host.item(NICS, id)).filter(|nic| nic.exists(world)),
    });
    found.ok_or_else(|| {
        Fault::cannot(
            "setup",
            TITLE,
            format!(
                "The given network interface does not exist on specified host '{}'.",
                host.name(world)
            ),
        )
    })
}

/// Adds a new attachment to the other list as well.
fn added(world: &mut World, _: &Command<'_>, object: &ObjectRef) {
    let Some(attachment) = object.get(world).cloned() else {
        return;
    };
    let host = host_of(object);
    let nic = host.item(NICS, attachment.child("host_nic").map_or("", Node::id));
    for owner in [host, nic] {
        let path = owner.below(NETWORK_ATTACHMENTS);
        if path != object.collection() {
            world.store.add(&path, attachment.clone());
        }
    }
}

fn update(
    world: &mut World,
    _: &Command<'_>,
    attachment: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    modify(world, attachment, changes)
}

/// Changes an attachment in both lists.
fn modify(world: &mut World, attachment: &ObjectRef, changes: &Node) -> Result<(), Fault> {
    let network = changes.child("network").map_or("", Node::id);
    if !network.is_empty() && network != attachment.target(world, "network") {
        let id = attachment.id();
        let why = format!("Network of given Network Attachment (id {id}) cannot be updated.");
        return Err(Fault::cannot("setup", TITLE, why));
    }
    let mut changes = changes.clone();
    for tag in ["network", "host", "host_nic", "in_sync"] {
        changes.remove(tag);
    }
    for listed in in_lists(world, attachment) {
        listed.change(world, |attachment| {
            attachment.merge(&changes);
            attachment.remove("reported_configurations");
        });
    }
    Ok(())
}

/// Removes an attachment from both lists. Fails for the management network.
fn detach(world: &mut World, attachment: &ObjectRef) -> Result<(), Fault> {
    let network = ObjectRef::network(attachment.target(world, "network"));
    if Some(&network) == management_network(world, &host_of(attachment)).as_ref() {
        let name = network.name(world);
        return Err(Fault::conflict(format!(
            "The Management Network ('{name}') is mandatory and cannot be removed."
        )));
    }
    remove(world, attachment);
    Ok(())
}

/// Returns the items of a list in an action.
fn items<'a>(document: &'a Node, tag: &str) -> &'a [Node] {
    document.child(tag).map_or(&[], |list| &list.children)
}

/// Changes attachments, labels and bonds of a host.
pub(super) fn set_up(
    world: &mut World,
    _: &Command<'_>,
    host: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    for attachment in items(document, "removed_network_attachments") {
        let attachment = host.item(NETWORK_ATTACHMENTS, attachment.id());
        if !attachment.exists(world) {
            // Engines word a missing identifier so.
            let id = Some(attachment.id()).filter(|id| !id.is_empty());
            let id = id.unwrap_or("null");
            return Err(Fault::invalid(format!(
                "Cannot setup {TITLE}. Cannot remove following Network Attachments, because they do not exist: \t{id}."
            )));
        }
        detach(world, &attachment)?;
    }
    for label in items(document, "removed_labels") {
        remove_label(world, host, label.id());
    }
    for bond in items(document, "removed_bonds") {
        remove_bond(world, host, bond)?;
    }
    for bond in items(document, "modified_bonds") {
        set_up_bond(world, host, bond)?;
    }
    for changes in items(document, "modified_network_attachments") {
        let attachment = host.item(NETWORK_ATTACHMENTS, changes.id());
        if attachment.exists(world) {
            modify(world, &attachment, changes)?;
            continue;
        }
        let network = ObjectRef::network(changes.child("network").map_or("", Node::id));
        check_network(world, host, &network)?;
        let nic = find_nic(world, host, changes.child("host_nic"))?;
        attach(world, &nic, &network, changes.clone());
    }
    for label in items(document, "modified_labels") {
        let nic = find_nic(world, host, label.child("host_nic"))?;
        put_label(world, &nic, label.id());
    }
    Ok(Vec::new())
}

/// Returns the networks of a host's cluster that carry a label.
fn networks_with(world: &World, host: &ObjectRef, label: &str) -> Vec<ObjectRef> {
    let cluster = ObjectRef::cluster(host.target(world, "cluster"));
    let networks = world.handles(&cluster.below(NETWORKS)).into_iter();
    let mut networks: Vec<_> = networks
        .map(|network| ObjectRef::network(network.id()))
        .collect();
    networks.retain(|network| network.item(NETWORK_LABELS, label).exists(world));
    networks
}

/// Removes a label from the NIC that has it, with the networks that carry the label.
fn remove_label(world: &mut World, host: &ObjectRef, label: &str) {
    for nic in world.handles(&host.below(NICS)) {
        nic.item(NETWORK_LABELS, label).remove(world);
    }
    let networks = networks_with(world, host, label);
    let attached = world.handles_with(&host.below(NETWORK_ATTACHMENTS), |attachment| {
        let network = attachment.child("network").map_or("", Node::id);
        networks.iter().any(|labelled| labelled.id() == network)
    });
    for attachment in attached {
        remove(world, &attachment);
    }
}

/// Puts a label on a NIC, with the networks that carry the label.
fn put_label(world: &mut World, nic: &ObjectRef, label: &str) {
    let host = host_of(nic);
    remove_label(world, &host, label);
    let node = Node::reference("network_label", label).with(Node::reference("host_nic", nic.id()));
    world.store.add(&nic.below(NETWORK_LABELS), node);
    for network in networks_with(world, &host, label) {
        if check_network(world, &host, &network).is_ok() {
            attach(world, nic, &network, Node::new("network_attachment"));
        }
    }
}

/// Removes a bond with its attachments.
fn remove_bond(world: &mut World, host: &ObjectRef, bond: &Node) -> Result<(), Fault> {
    let nic = find_nic(world, host, Some(bond))?;
    nic.remove(world);
    let attached = world.handles_with(&host.below(NETWORK_ATTACHMENTS), |attachment| {
        refers_to(attachment, "host_nic", nic.id())
    });
    for attachment in attached {
        remove(world, &attachment);
    }
    Ok(())
}

fn set_up_bond(world: &mut World, host: &ObjectRef, bond: &Node) -> Result<(), Fault> {
    let slaves = bond
        .child("bonding")
        .and_then(|bonding| bonding.child("slaves"));
    let mut nic = bond.clone();
    if let Some(slaves) = slaves {
        let mut resolved = Node::new("slaves");
        for slave in &slaves.children {
            let slave = find_nic(world, host, Some(slave))?;
            let mut reference = Node::new("host_nic");
            reference.set_attribute("href", &format!("{API}/{}", slave.path()));
            reference.set_attribute("id", slave.id());
            resolved.children.push(reference);
        }
        *nic.child_mut("bonding").child_mut("slaves") = resolved;
    }
    if let Ok(found) = find_nic(world, host, Some(bond)) {
        nic.attributes.clear();
        found.change(world, |stored| stored.merge(&nic));
        return Ok(());
    }
    let name = bond.get("name").unwrap_or_default();
    if !name.starts_with("bond") {
        return Err(Fault::conflict(format!(
            "Bad bond name '{name}'. Bond name must begin with the prefix 'bond' followed by a number."
        )));
    }
    nic.tag = "host_nic".into();
    nic.attributes.clear();
    nic.set_default("status", UP);
    nic.set_reference("host", host.id());
    world.store.add(&host.below(NICS), nic);
    Ok(())
}
