//! Addresses of objects in responses, by the rows of their types.

use ovirt_model::Struct;

use crate::kind::{Address, AddressRule, Kind, ParentRule};
use crate::kinds;
use crate::node::Node;
use crate::world::World;

/// Returns the address of an object at a path, which is the concatenation of the parts.
pub(crate) fn of(
    world: &World,
    object: &Node,
    kind: &Kind,
    path: &[&str],
    is_written: bool,
) -> Address {
    let rows = &kind.address;
    let written = rows.written.as_ref().filter(|_| is_written);
    for rule in written.into_iter().chain([&rows.rule]) {
        let address = apply(*rule, world, object, kind, path);
        if address != Address::Path {
            return address;
        }
    }
    let first = path.first().copied().unwrap_or_default();
    // Below an object that is itself below one at the top level, such as `vms/1/snapshots/2/nics`.
    let owner = first.match_indices('/').nth(3);
    let Some(owner) = owner.and_then(|(end, _)| first.get(..end)) else {
        return Address::Path;
    };
    let rule = kinds::at(&world.schema, owner).below.address;
    apply(rule, world, object, kind, path)
}

/// Returns the address by one rule.
fn apply(rule: AddressRule, world: &World, object: &Node, kind: &Kind, path: &[&str]) -> Address {
    let first = path.first().copied().unwrap_or_default();
    match rule {
        AddressRule::Path => Address::Path,
        AddressRule::None => Address::None,
        AddressRule::Anonymous => Address::Anonymous,
        AddressRule::Bare => Address::Bare,
        AddressRule::Identifier => Address::Identifier,
        AddressRule::By(address) => address(world, object, path),
        AddressRule::TopLevel(above) => match world.schema.home(kind.name) {
            Some(home) if is_directly_below(first, above) => {
                Address::Other(format!("{home}/{}", object.id()))
            }
            _ => Address::Path,
        },
        AddressRule::Below {
            member,
            segment,
            except,
        } => {
            let is_excepted = !except.is_empty() && first.split('/').next() == Some(except);
            let parent = object.child(member).filter(|_| !is_excepted);
            match (parent, world.schema.home(member)) {
                (Some(parent), Some(home)) => {
                    let (parent, id) = (parent.id(), object.id());
                    Address::Other(format!("{home}/{parent}/{segment}/{id}"))
                }
                _ => Address::Path,
            }
        }
    }
}

/// Whether a path leads to a collection, or an object in it, right below an object of a top-level
/// collection.
fn is_directly_below(path: &str, home: &str) -> bool {
    let mut steps = path.split('/');
    steps.next() == Some(home) && (2..=3).contains(&steps.count())
}

/// Returns the reference to the object above the collection of an object that lacks it.
pub(crate) fn parent(
    world: &World,
    object: &Node,
    (kind, table): (&Struct, &Kind),
    path: &[&str],
) -> Option<Node> {
    match table.address.parent {
        ParentRule::Unnamed => return None,
        ParentRule::Named | ParentRule::NamedBelow(_) => {}
    }
    let path = path.concat();
    let mut steps = path.rsplit('/').skip(2);
    let (id, home) = (steps.next()?, steps.next()?);
    if matches!(table.address.parent, ParentRule::NamedBelow(own) if own != home) {
        return None;
    }
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
    kind: &Kind,
    child: &Node,
    path: &[&str],
) -> Option<String> {
    if child.id().is_empty() || child.attribute("href").is_some() {
        return None;
    }
    (kind.address.reference)(world, object, child, path)
}
