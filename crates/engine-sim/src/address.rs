//! Addresses of objects that engines do not address by the path of the request.

use ovirt_model::Struct;

use crate::collection::permission_object;
use crate::kinds::affinity_group::is_membership;
use crate::node::Node;
use crate::world::World;

/// The address of an object in a response.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// The path of the request, or of the collection and the identifier.
    Path,
    /// Another path below the API root.
    Other(String),
    /// None.
    None,
    /// None, nor an identifier.
    Anonymous,
    /// None, and none in its references either.
    Bare,
    /// None, and the identifier is all that the response has.
    Identifier,
}

/// Types whose objects are always addressed by their top-level collection, with the collections
/// above which they are listed too.
const TOP_LEVEL: &[(&str, &str)] = &[
    ("cluster", "datacenters"),
    ("disk", "storagedomains"),
    ("network", "datacenters"),
    ("storage_connection", "storagedomains"),
    ("user", "domains"),
    ("vnic_profile", "networks"),
];

/// Types whose objects are addressed below another one, with the member that refers to it and the
/// collection below it.
const BELOW: &[(&str, &str, &str)] = &[
    ("cpu_profile", "cluster", "cpuprofiles"),
    ("permit", "role", "permits"),
    ("role", "user", "roles"),
];

/// Types whose objects responses to additions and updates address below another one, with the
/// member that refers to it and the collection below it. Responses to reads do not.
const BELOW_WHEN_WRITTEN: &[(&str, &str, &str)] = &[
    ("network", "data_center", "networks"),
    ("vnic_profile", "network", "vnicprofiles"),
];

/// Returns the address of an object in the response to the addition or update that wrote it, if
/// reads address it otherwise.
fn of_written(world: &World, object: &Node, kind: &Struct, path: &[&str]) -> Option<String> {
    let rows = &mut BELOW_WHEN_WRITTEN.iter();
    let (_, member, segment) = rows.find(|(own, ..)| *own == kind.name)?;
    // Networks have an address in each cluster.
    if path
        .first()
        .is_some_and(|first| first.starts_with("clusters/"))
    {
        return None;
    }
    let (home, above) = (world.schema.home(member)?, object.child(member)?);
    Some(format!("{home}/{}/{segment}/{}", above.id(), object.id()))
}

/// Returns the address of an object at a path, which is the concatenation of the parts.
pub(crate) fn of(
    world: &World,
    object: &Node,
    kind: &Struct,
    path: &[&str],
    is_written: bool,
) -> Address {
    let name = kind.name.as_str();
    if is_written && let Some(address) = of_written(world, object, kind, path) {
        return Address::Other(address);
    }
    let home = |kind: &str| world.schema.home(kind);
    match name {
        "host_cpu_unit" => return Address::Anonymous,
        "balance" | "filter" | "weight" => return Address::None,
        "permission" => return permission(world, object),
        "reported_device" => {
            if let Some(vm) = object.child("vm") {
                let address = format!("vms/{}/reporteddevices/{}", vm.id(), object.id());
                return Address::Other(address);
            }
        }
        _ => {}
    }
    if let Some((_, member, segment)) = BELOW.iter().find(|(own, ..)| *own == name)
        && let Some(parent) = object.child(member)
        && let Some(home) = home(member)
    {
        let address = format!("{home}/{}/{segment}/{}", parent.id(), object.id());
        return Address::Other(address);
    }
    if path.first().is_some_and(|path| is_membership(path)) {
        return Address::Identifier;
    }
    if let Some(address) = of_attachment(object, name, path) {
        return Address::Other(address);
    }
    let first = path.first().map_or("", |first| *first);
    if is_below_snapshot(first) {
        return Address::Bare;
    }
    let mut steps = first.split('/');
    let first = steps.next();
    let is_in_copy = matches!(steps.nth(1), Some("templates" | "vms"));
    if let Some((own, above)) = TOP_LEVEL.iter().find(|(own, _)| *own == name)
        && first == Some(above)
        && !is_in_copy
        && let Some(home) = home(own)
    {
        return Address::Other(format!("{home}/{}", object.id()));
    }
    Address::Path
}

/// Whether a path leads to the devices of a snapshot, such as `vms/1/snapshots/2/nics`.
fn is_below_snapshot(path: &str) -> bool {
    let mut steps = path.split('/').skip(2);
    steps.next() == Some("snapshots") && steps.nth(1).is_some()
}

/// Returns the address of a single network attachment of a host: below the NIC.
fn of_attachment(object: &Node, kind: &str, path: &[&str]) -> Option<String> {
    let [path] = path else { return None };
    let (collection, id) = path.rsplit_once('/')?;
    let host = collection.strip_suffix("/networkattachments")?;
    let is_of_host = kind == "network_attachment" && host.split('/').count() == 2;
    let nic = object.child("host_nic").filter(|_| is_of_host)?;
    Some(format!("{host}/nics/{}/networkattachments/{id}", nic.id()))
}

/// Permissions of groups are addressed below the group, others below their object.
fn permission(world: &World, permission: &Node) -> Address {
    let holder = permission.child("group").or(permission_object(permission));
    let Some(holder) = holder else {
        return Address::None;
    };
    match world.schema.home(&holder.tag) {
        Some(home) => Address::Other(format!(
            "{home}/{}/permissions/{}",
            holder.id(),
            permission.id()
        )),
        None => Address::None,
    }
}

/// Types whose objects refer to the object above their collection.
const WITH_PARENT: &[&str] = &[
    "cdrom",
    "disk_attachment",
    "event_subscription",
    "graphics_console",
    "iscsi_bond",
    "qos",
    "quota",
    "ssh_public_key",
    "storage_domain",
    "tag",
    "template",
    "user_option",
    "vm",
    "watchdog",
];

/// Returns the reference to the object above the collection of an object that lacks it.
pub(crate) fn parent(world: &World, object: &Node, kind: &Struct, path: &[&str]) -> Option<Node> {
    let path = path.concat();
    let mut steps = path.split('/');
    let is_stored = kind.name == "disk"
        && steps.next() == Some("storagedomains")
        && steps.nth(1) == Some("disks");
    if !is_stored && !WITH_PARENT.contains(&kind.name.as_str()) {
        return None;
    }
    let mut steps = path.rsplit('/').skip(2);
    let (id, home) = (steps.next()?, steps.next()?);
    let above = world.schema.locate(&format!("{home}/{id}"))?;
    let above = world.schema.object_type(above.service)?;
    let member = world.schema.member(kind, &above.tag())?;
    let is_reference = !member.list && object.child(&above.tag()).is_none();
    is_reference.then(|| Node::reference(above.tag(), id))
}

/// Returns the address of the object that a member refers to, if it is not in the top-level
/// collection of its type.
pub(crate) fn of_reference(
    world: &World,
    object: &Node,
    child: &Node,
    path: &[&str],
) -> Option<String> {
    if child.id().is_empty() || child.attribute("href").is_some() {
        return None;
    }
    match (object.tag.as_str(), child.tag.as_str()) {
        ("disk" | "quota_cluster_limit" | "quota_storage_limit", "quota") => {
            let centers = world.store.list("datacenters").iter();
            let mut paths = centers.map(|center| format!("datacenters/{}/quotas", center.id()));
            let path = paths.find(|path| world.store.get(path, child.id()).is_some())?;
            Some(format!("{path}/{}", child.id()))
        }
        ("statistic", _) => {
            let (owner, _) = path.first()?.rsplit_once("/statistics")?;
            Some(owner.to_owned())
        }
        ("network_attachment", "host_nic") => {
            let host = object.child("host")?.id();
            Some(format!("hosts/{host}/nics/{}", child.id()))
        }
        _ => None,
    }
}
