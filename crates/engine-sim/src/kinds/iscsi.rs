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
        let unit = Node::reference("logical_unit", &id)
            .with_text("address", self.address.as_str())
            .with_text("lun_mapping", "0")
            .with_text("paths", "1")
            .with_text("port", self.port.as_str())
            .with_text("product_id", "simulated LUN")
            .with_text("size", SIZE.to_string())
            .with_text("status", FREE)
            .with_text("target", target)
            .with_text("vendor_id", "oVirt");
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
