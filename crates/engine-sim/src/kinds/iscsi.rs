//! iSCSI on hosts. Any address is a portal, which tells of one target and knows all others too. A
//! target has one LUN.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::fault::Fault;
use crate::kind::Command;
use crate::node::Node;
use crate::object::{ObjectRef, STORAGE};
use crate::status::FREE;
use crate::world::World;

/// Default port of portals.
const PORT: &str = "3260";

/// Size of a LUN, in bytes.
const SIZE: u64 = 100 << 30;

/// A portal in a request.
struct Portal {
    address: String,
    port: String,
}

/// Beginnings of the names of targets.
const NAMES: &[&str] = &["iqn.", "eui.", "naa."];

impl Portal {
    /// Returns the portal that an action names; the model requires the address.
    fn of(document: &Node) -> Self {
        let text = |path: &str| document.get(path).filter(|text| !text.is_empty());
        Self {
            address: text("iscsi.address").unwrap_or_default().to_owned(),
            port: text("iscsi.port").unwrap_or(PORT).to_owned(),
        }
    }

    fn target(&self) -> String {
        format!("iqn.2003-01.org.ovirt.sim:{}", self.address)
    }

    /// Returns the LUN of a target.
    fn lun(&self, target: &str) -> Node {
        let id = self.unit_id(target);
        let mut unit = Node::reference("logical_unit", &id)
            .with_text("address", self.address.as_str())
            .with_text("port", self.port.as_str())
            .with_text("status", FREE)
            .with_text("target", target);
        complete(&mut unit);
        Node::reference("host_storage", &id)
            .with_text("type", "iscsi")
            .with(Node::new("logical_units").with(unit))
    }

    /// Returns the identifier of the LUN, which follows from the address and the target.
    fn unit_id(&self, target: &str) -> String {
        let mut hasher = DefaultHasher::new();
        (self.address.as_str(), target).hash(&mut hasher);
        format!("36001405{:016x}{:09x}", hasher.finish(), 0)
    }
}

/// Returns the targets of a portal with their addresses.
pub(super) fn discover(
    _: &mut World,
    _: &Command<'_>,
    _: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let portal = Portal::of(document);
    let target = Node::new("iscsi_details")
        .with_text("address", portal.address.as_str())
        .with_text("port", portal.port.as_str())
        .with_text("portal", format!("{}:{},1", portal.address, portal.port))
        .with_text("target", portal.target());
    Ok(vec![Node::new("discovered_targets").with(target)])
}

/// Returns the names of the targets of a portal.
pub(super) fn discover_names(
    _: &mut World,
    _: &Command<'_>,
    _: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let target = Portal::of(document).target();
    Ok(vec![
        Node::new("iscsi_targets").with_text("iscsi_target", target),
    ])
}

/// Logs a host in to a target: its storage has the LUN then.
pub(super) fn log_in(
    world: &mut World,
    _: &Command<'_>,
    host: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let portal = Portal::of(document);
    let target = document.get("iscsi.target").unwrap_or_default();
    if !NAMES.iter().any(|name| target.starts_with(name)) {
        return Err(Fault::failed(format!(
            "The portal {} has no target {target}.",
            portal.address
        )));
    }
    let lun = portal.lun(target);
    let storage = host.item(STORAGE, lun.id());
    if !storage.exists(world) {
        world.store.add(storage.collection(), lun);
    }
    Ok(Vec::new())
}

/// Stores the LUNs of a new storage domain as the engine returns them: in a volume group.
pub(super) fn group_units(world: &mut World, domain: &mut Node) {
    if !matches!(domain.get("storage.type"), Some("iscsi" | "fcp")) {
        return;
    }
    let storage = domain.child_mut("storage");
    let grouped = |storage: &Node| {
        let group = storage.child("volume_group")?;
        group.child("logical_units").cloned()
    };
    let given = storage.child("logical_units").cloned();
    let Some(mut units) = given.or_else(|| grouped(storage)) else {
        return;
    };
    let id = world.store.new_id();
    for unit in &mut units.children {
        for secret in ["password", "username"] {
            unit.remove(secret);
        }
        complete(unit);
        unit.set("volume_group_id", id.as_str());
    }
    storage.remove("logical_units");
    storage.remove("override_luns");
    *storage.child_mut("volume_group") = Node::reference("volume_group", &id).with(units);
}

/// Sets what a LUN has unless given.
fn complete(unit: &mut Node) {
    let size = SIZE.to_string();
    for (member, text) in [
        ("lun_mapping", "0"),
        ("paths", "1"),
        ("product_id", "simulated LUN"),
        ("size", size.as_str()),
        ("vendor_id", "oVirt"),
    ] {
        unit.set_default(member, text);
    }
}
