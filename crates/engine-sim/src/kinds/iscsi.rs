//! iSCSI on hosts. Any address is a portal with one target, which has one LUN.

use crate::fault::Fault;
use crate::kind::Command;
use crate::node::Node;
use crate::object::ObjectRef;
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

    /// Returns the identifier of the LUN, which follows from the address.
    fn unit_id(&self) -> String {
        let bytes = self.address.bytes();
        let digits: String = bytes.map(|byte| format!("{byte:02x}")).collect();
        format!("36001405{digits:0<25.25}")
    }

    fn lun(&self) -> Node {
        let unit = Node::reference("logical_unit", &self.unit_id())
            .with_text("address", self.address.as_str())
            .with_text("lun_mapping", "0")
            .with_text("paths", "1")
            .with_text("port", self.port.as_str())
            .with_text("product_id", "simulated LUN")
            .with_text("size", SIZE.to_string())
            .with_text("status", "free")
            .with_text("target", self.target())
            .with_text("vendor_id", "oVirt");
        Node::reference("host_storage", &self.unit_id())
            .with_text("type", "iscsi")
            .with(Node::new("logical_units").with(unit))
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
    if target != portal.target() {
        return Err(Fault::failed(format!(
            "The portal {} has no target {target}.",
            portal.address
        )));
    }
    let storage = host.item("storage", portal.unit_id());
    if !storage.exists(world) {
        world.store.add(storage.collection(), portal.lun());
    }
    Ok(Vec::new())
}
