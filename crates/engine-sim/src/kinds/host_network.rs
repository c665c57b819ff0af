//! Host networking: NICs, bonds and network attachments.

use super::network::is_management;
use super::network_report;
use crate::fault::Fault;
use crate::kind::{
    Add, Address, AddressRule, Addressing, Command, KEPT, Kind, References, Remove, Update,
};
use crate::node::{Node, refers_to};
use crate::object::{CLUSTERS, HOSTS, NETWORKS, ObjectRef};
use crate::world::{API, World};

const TITLE: &str = "Networks";

/// Collection of the labels of a network or NIC.
const LABELS: &str = "networklabels";

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
pub(super) fn management_network(world: &World, host: &str) -> Option<String> {
    let cluster = world.target("hosts", host, "cluster");
    let assigned = world.store.list(&format!("clusters/{cluster}/networks"));
    let management = assigned
        .iter()
        .find(|network| is_management(world, network.id()));
    management.map(|network| network.id().to_owned())
}

/// Attaches a network to a NIC of a host. The attachment is listed below both.
pub(super) fn attach(
    world: &mut World,
    host: &str,
    network: &str,
    nic: &str,
    mut attachment: Node,
) {
    attachment.tag = "network_attachment".into();
    attachment.attributes.clear();
    attachment.set("in_sync", "true");
    attachment.set_reference("host", host);
    attachment.set_reference("host_nic", nic);
    attachment.set_reference("network", network);
    let id = world.store.add(
        &format!("hosts/{host}/networkattachments"),
        attachment.clone(),
    );
    attachment.set_attribute("id", &id);
    world.store.add(
        &format!("hosts/{host}/nics/{nic}/networkattachments"),
        attachment,
    );
}

/// Removes an attachment from both lists.
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

fn remove(world: &mut World, host: &str, id: &str) {
    for path in lists(world, host) {
        world.store.remove(&path, id);
    }
}

/// Returns the paths of the lists of attachments of a host and of its NICs.
fn lists(world: &World, host: &str) -> Vec<String> {
    let mut paths = world.store.paths_below(&format!("hosts/{host}/"));
    paths.retain(|path| path.ends_with("/networkattachments"));
    paths
}

/// Returns the host of an attachment.
fn host_of(attachment: &ObjectRef) -> String {
    let host = attachment.owner(HOSTS);
    host.map_or_else(String::new, |host| host.id().to_owned())
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
    let network = attachment.child("network").map_or("", Node::id).to_owned();
    let nic = find_nic(world, host.id(), attachment.child("host_nic"))?;
    check_network(world, host.id(), &network)?;
    attachment.set("in_sync", "true");
    attachment.set_reference("host", host.id());
    attachment.set_reference("host_nic", &nic);
    Ok(())
}

fn check_network(world: &World, host: &str, network: &str) -> Result<(), Fault> {
    let cluster = world.target("hosts", host, "cluster");
    let name = world.name("networks", network);
    if world.store.get(NETWORKS, network).is_none() {
        return Err(Fault::invalid(format!(
            "Logical Network (id '{network}') doesn't exist."
        )));
    }
    if world
        .store
        .get(&format!("clusters/{cluster}/networks"), network)
        .is_none()
    {
        return Err(Fault::cannot(
            "setup",
            TITLE,
            format!("The following Logical Networks do not exist in the Host's Cluster: {name}."),
        ));
    }
    let attachments = world
        .store
        .list(&format!("hosts/{host}/networkattachments"));
    if attachments
        .iter()
        .any(|one| one.child("network").is_some_and(|own| own.id() == network))
    {
        return Err(Fault::cannot(
            "setup",
            TITLE,
            format!(
                "Given network '{name}' is already attached to given host '{}'.",
                world.name("hosts", host)
            ),
        ));
    }
    Ok(())
}

/// Finds the NIC that a reference identifies by id or name.
fn find_nic(world: &World, host: &str, reference: Option<&Node>) -> Result<String, Fault> {
    let path = format!("hosts/{host}/nics");
    let found = reference.and_then(|reference| match reference.id() {
        "" => {
            let name = reference.get("name")?;
            let mut all = world.store.list(&path).iter();
            all.find(|nic| nic.get("name") == Some(name))
        }
        id => world.store.get(&path, id),
    });
    found.map(|nic| nic.id().to_owned()).ok_or_else(|| {
        Fault::cannot(
            "setup",
            TITLE,
            format!(
                "The given network interface does not exist on specified host '{}'.",
                world.name("hosts", host)
            ),
        )
    })
}

/// Adds a new attachment to the other list as well.
fn added(world: &mut World, _: &Command<'_>, object: &ObjectRef) {
    let Some(attachment) = object.get(world).cloned() else {
        return;
    };
    let host = ObjectRef::host(host_of(object));
    let nic = attachment.child("host_nic").map_or("", Node::id);
    let nic = ObjectRef::new(host.below("nics"), nic);
    for owner in [host, nic] {
        let path = owner.below("networkattachments");
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
    for path in lists(world, &host_of(attachment)) {
        world.change(&path, attachment.id(), |attachment| {
            attachment.merge(&changes);
            attachment.remove("reported_configurations");
        });
    }
    Ok(())
}

/// Removes an attachment from both lists. Fails for the management network.
fn detach(world: &mut World, attachment: &ObjectRef) -> Result<(), Fault> {
    let host = host_of(attachment);
    let network = attachment.target(world, "network");
    if Some(&network) == management_network(world, &host).as_ref() {
        let name = world.name(NETWORKS, &network);
        return Err(Fault::conflict(format!(
            "The Management Network ('{name}') is mandatory and cannot be removed."
        )));
    }
    remove(world, &host, attachment.id());
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
        let attachment = ObjectRef::new(host.below("networkattachments"), attachment.id());
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
        set_up_bond(world, host.id(), &host.below("nics"), bond)?;
    }
    for changes in items(document, "modified_network_attachments") {
        let attachment = ObjectRef::new(host.below("networkattachments"), changes.id());
        if attachment.exists(world) {
            modify(world, &attachment, changes)?;
            continue;
        }
        let network = changes.child("network").map_or("", Node::id).to_owned();
        check_network(world, host.id(), &network)?;
        let nic = find_nic(world, host.id(), changes.child("host_nic"))?;
        attach(world, host.id(), &network, &nic, changes.clone());
    }
    for label in items(document, "modified_labels") {
        let nic = find_nic(world, host.id(), label.child("host_nic"))?;
        put_label(world, host, label.id(), &nic);
    }
    Ok(Vec::new())
}

/// Returns the networks of a host's cluster that carry a label.
fn networks_with(world: &World, host: &ObjectRef, label: &str) -> Vec<String> {
    let cluster = ObjectRef::new(CLUSTERS, host.target(world, "cluster"));
    let mut networks = world.ids(&cluster.below(NETWORKS));
    networks.retain(|network| {
        let labels = ObjectRef::new(NETWORKS, network).below(LABELS);
        ObjectRef::new(labels, label).exists(world)
    });
    networks
}

/// Removes a label from the NIC that has it, with the networks that carry the label.
fn remove_label(world: &mut World, host: &ObjectRef, label: &str) {
    for nic in world.ids(&host.below("nics")) {
        let nic = ObjectRef::new(host.below("nics"), nic);
        world.store.remove(&nic.below(LABELS), label);
    }
    let networks = networks_with(world, host, label);
    let attachments = world.store.list(&host.below("networkattachments")).iter();
    let attached: Vec<String> = attachments
        .filter(|one| {
            let network = one.child("network").map_or("", Node::id);
            networks.iter().any(|labelled| labelled == network)
        })
        .map(|attachment| attachment.id().to_owned())
        .collect();
    for attachment in attached {
        remove(world, host.id(), &attachment);
    }
}

/// Puts a label on a NIC, with the networks that carry the label.
fn put_label(world: &mut World, host: &ObjectRef, label: &str, nic: &str) {
    remove_label(world, host, label);
    let labelled = ObjectRef::new(host.below("nics"), nic);
    let node =
        Node::reference("network_label", label).with(Node::reference("host_nic", labelled.id()));
    world.store.add(&labelled.below(LABELS), node);
    for network in networks_with(world, host, label) {
        if check_network(world, host.id(), &network).is_ok() {
            let attachment = Node::new("network_attachment");
            attach(world, host.id(), &network, nic, attachment);
        }
    }
}

/// Removes a bond with its attachments.
fn remove_bond(world: &mut World, host: &ObjectRef, bond: &Node) -> Result<(), Fault> {
    let id = find_nic(world, host.id(), Some(bond))?;
    world.store.remove(&host.below("nics"), &id);
    let attachments = world.store.list(&host.below("networkattachments")).iter();
    let attached: Vec<String> = attachments
        .filter(|attachment| refers_to(attachment, "host_nic", &id))
        .map(|attachment| attachment.id().to_owned())
        .collect();
    for attachment in attached {
        remove(world, host.id(), &attachment);
    }
    Ok(())
}

fn set_up_bond(world: &mut World, host: &str, nics: &str, bond: &Node) -> Result<(), Fault> {
    let slaves = bond
        .child("bonding")
        .and_then(|bonding| bonding.child("slaves"));
    let mut nic = bond.clone();
    if let Some(slaves) = slaves {
        let mut resolved = Node::new("slaves");
        for slave in &slaves.children {
            let slave = find_nic(world, host, Some(slave))?;
            let mut reference = Node::new("host_nic");
            reference.set_attribute("href", &format!("{API}/{nics}/{slave}"));
            reference.set_attribute("id", &slave);
            resolved.children.push(reference);
        }
        *nic.child_mut("bonding").child_mut("slaves") = resolved;
    }
    if let Ok(id) = find_nic(world, host, Some(bond)) {
        nic.attributes.clear();
        world.change(nics, &id, |stored| stored.merge(&nic));
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
    nic.set_default("status", "up");
    nic.set_reference("host", host);
    world.store.add(nics, nic);
    Ok(())
}
