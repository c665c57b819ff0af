//! The parameter `all_content`: members that responses contain only on request.

use std::borrow::Cow;

use crate::defaults;
use crate::kinds;
use crate::node::Node;
use crate::world::World;

/// Adds the members of all content to an object, or removes them.
pub(crate) fn apply<'n>(
    world: &World,
    kind: &str,
    mut object: Cow<'n, Node>,
    all: bool,
) -> Cow<'n, Node> {
    let kind = kinds::of(kind);
    if kind.costly.is_empty() {
        return object;
    }
    if all {
        defaults::apply(kind.costly_defaults, object.to_mut());
        (kind.complete_costly)(world, object.to_mut());
        return object;
    }
    for path in kind.costly {
        if object.get(path).is_some() {
            match path.split_once('.') {
                Some((tag, below)) => object.to_mut().child_mut(tag).remove(below),
                None => object.to_mut().remove(path),
            }
        }
    }
    object
}
