//! Host networking: NICs, bonds and network attachments.

use crate::behaviour::dependencies;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

const TITLE: &str = "Host";

/// Adds the NIC of a new host, with the management network of its cluster.
pub(crate) fn add_first_nic(world: &mut World, host: &str) {
    let serial = world.store.next_serial();
    let mut nic = Node::new("host_nic")
        .with_text("name", "eth0")
        .with_text("bridged", "true")
        .with_text("boot_protocol", "dhcp")
        .with_text("mtu", "1500")
        .with_text("speed", "10000000000")
        .with_text("status", "up")
        .with(Node::reference("host", host));
    let (high, low) = (serial >> 8 & 0xff, serial & 0xff);
    nic.set("mac.address", format!("52:54:00:00:{high:02x}:{low:02x}"));
    for (path, text) in [
        ("custom_configuration", "false".to_owned()),
        ("ip.address", format!("192.0.2.{}", low.max(1))),
        ("ip.gateway", "192.0.2.254".to_owned()),
        ("ip.netmask", "255.255.255.0".to_owned()),
        ("ip.version", "v4".to_owned()),
        ("ipv6_boot_protocol", "none".to_owned()),
    ] {
        nic.set(path, text);
    }
    let network = management_network(world, host);
    if let Some(network) = &network {
        nic.set_reference("network", network);
    }
    let nic = world.store.add(&format!("hosts/{host}/nics"), nic);
    if let Some(network) = network {
        attach(world, host, &network, &nic, Node::new("network_attachment"));
    }
}

/// Returns the management network of a host's cluster.
fn management_network(world: &World, host: &str) -> Option<String> {
    let cluster = world.target("hosts", host, "cluster");
    let assigned = world.store.list(&format!("clusters/{cluster}/networks"));
    let management = assigned
        .iter()
        .find(|network| dependencies::is_management(world, network.id()));
    management.map(|network| network.id().to_owned())
}

/// Attaches a network to a NIC of a host. The attachment is listed below both.
fn attach(world: &mut World, host: &str, network: &str, nic: &str, mut attachment: Node) {
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
fn remove(world: &mut World, host: &str, id: &str) {
    for path in world.store.paths_below(&format!("hosts/{host}/")) {
        if path.ends_with("/networkattachments") {
            world.store.remove(&path, id);
        }
    }
}

/// Returns the host of a collection of attachments, and the NIC if it is below one.
fn owner(collection: &str) -> (String, Option<String>) {
    let steps: Vec<&str> = collection.split('/').collect();
    match steps.as_slice() {
        ["hosts", host, "nics", nic, ..] => ((*host).to_owned(), Some((*nic).to_owned())),
        ["hosts", host, ..] => ((*host).to_owned(), None),
        _ => (String::new(), None),
    }
}

/// Checks a new attachment of a host or of one of its NICs.
pub(crate) fn check_add(
    world: &World,
    collection: &str,
    attachment: &mut Node,
) -> Result<(), Fault> {
    let (host, nic) = owner(collection);
    if let Some(nic) = nic {
        attachment.set_reference("host_nic", &nic);
    }
    let network = attachment.child("network").map_or("", Node::id).to_owned();
    let nic = find_nic(world, &host, attachment.child("host_nic"))?;
    check_network(world, &host, &network)?;
    attachment.set("in_sync", "true");
    attachment.set_reference("host", &host);
    attachment.set_reference("host_nic", &nic);
    Ok(())
}

fn check_network(world: &World, host: &str, network: &str) -> Result<(), Fault> {
    let cluster = world.target("hosts", host, "cluster");
    let name = world.name("networks", network);
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
pub(crate) fn added(world: &mut World, collection: &str, id: &str) {
    let Some(attachment) = world.store.get(collection, id).cloned() else {
        return;
    };
    let (host, _) = owner(collection);
    let nic = attachment.child("host_nic").map_or("", Node::id);
    for path in [
        format!("hosts/{host}/networkattachments"),
        format!("hosts/{host}/nics/{nic}/networkattachments"),
    ] {
        if path != collection {
            world.store.add(&path, attachment.clone());
        }
    }
}

pub(crate) fn update(
    world: &mut World,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    let (host, _) = owner(collection);
    let network = changes.child("network").map_or("", Node::id);
    if !network.is_empty() && network != world.target(collection, id, "network") {
        return Err(Fault::cannot(
            "setup",
            TITLE,
            format!("Network of given Network Attachment (id {id}) cannot be updated."),
        ));
    }
    let mut changes = changes.clone();
    for tag in ["network", "host", "host_nic", "in_sync"] {
        changes.remove(tag);
    }
    for path in world.store.paths_below(&format!("hosts/{host}/")) {
        if path.ends_with("/networkattachments") {
            world.change(&path, id, |attachment| attachment.merge(&changes));
        }
    }
    Ok(())
}

pub(crate) fn check_remove(world: &mut World, collection: &str, id: &str) -> Result<(), Fault> {
    let (host, _) = owner(collection);
    let network = world.target(collection, id, "network");
    if Some(&network) == management_network(world, &host).as_ref() {
        let name = world.name("networks", &network);
        return Err(Fault::conflict(format!(
            "The Management Network ('{name}') is mandatory and cannot be removed."
        )));
    }
    remove(world, &host, id);
    Ok(())
}

pub(crate) fn act(
    world: &mut World,
    host: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    match action {
        "setup_networks" => set_up(world, host, document)?,
        "copy_host_networks" => {
            return Err(Fault::unsimulated("Copying the networks of a host"));
        }
        _ => {}
    }
    Ok(Vec::new())
}

/// Returns the items of a list in an action.
fn items<'a>(document: &'a Node, tag: &str) -> &'a [Node] {
    document.child(tag).map_or(&[], |list| &list.children)
}

fn set_up(world: &mut World, host: &str, document: &Node) -> Result<(), Fault> {
    for tag in ["modified_labels", "removed_labels"] {
        if !items(document, tag).is_empty() {
            return Err(Fault::unsimulated("Assigning network labels to host NICs"));
        }
    }
    let attachments = format!("hosts/{host}/networkattachments");
    for attachment in items(document, "removed_network_attachments") {
        if world.store.get(&attachments, attachment.id()).is_none() {
            return Err(Fault::cannot(
                "setup",
                TITLE,
                format!(
                    "Following Network Attachments do not exist: {}.",
                    attachment.id()
                ),
            ));
        }
        check_remove(world, &attachments, attachment.id())?;
    }
    let nics = format!("hosts/{host}/nics");
    for bond in items(document, "removed_bonds") {
        let id = find_nic(world, host, Some(bond))?;
        world.store.remove(&nics, &id);
        let attached: Vec<String> = world
            .store
            .list(&attachments)
            .iter()
            .filter(|attachment| {
                attachment
                    .child("host_nic")
                    .is_some_and(|nic| nic.id() == id)
            })
            .map(|attachment| attachment.id().to_owned())
            .collect();
        for id in attached {
            remove(world, host, &id);
        }
    }
    for bond in items(document, "modified_bonds") {
        set_up_bond(world, host, &nics, bond)?;
    }
    for attachment in items(document, "modified_network_attachments") {
        if world.store.get(&attachments, attachment.id()).is_some() {
            update(world, &attachments, attachment.id(), attachment)?;
            continue;
        }
        let network = attachment.child("network").map_or("", Node::id).to_owned();
        check_network(world, host, &network)?;
        let nic = find_nic(world, host, attachment.child("host_nic"))?;
        attach(world, host, &network, &nic, attachment.clone());
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
            resolved.children.push(Node::reference("host_nic", &slave));
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
