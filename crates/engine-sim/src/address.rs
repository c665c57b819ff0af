//! Addresses of objects that engines do not address by the path of the request.

use ovirt_model::Struct;

use crate::collection::permission_object;
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

/// Returns the address of an object at a path, which is the concatenation of the parts.
pub(crate) fn of(world: &World, object: &Node, kind: &Struct, path: &[&str]) -> Address {
    let name = kind.name.as_str();
    let home = |kind: &str| world.schema.home(kind);
    match name {
        "balance" | "filter" | "weight" => return Address::None,
        "permission" => return permission(world, object),
        _ => {}
    }
    if let Some((_, member, segment)) = BELOW.iter().find(|(own, ..)| *own == name)
        && let Some(parent) = object.child(member)
        && let Some(home) = home(member)
    {
        let address = format!("{home}/{}/{segment}/{}", parent.id(), object.id());
        return Address::Other(address);
    }
    let first = path.first().and_then(|first| first.split('/').next());
    if let Some((own, above)) = TOP_LEVEL.iter().find(|(own, _)| *own == name)
        && first == Some(above)
        && let Some(home) = home(own)
    {
        return Address::Other(format!("{home}/{}", object.id()));
    }
    Address::Path
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
