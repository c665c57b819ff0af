//! The tree of services as data, for paths that are known at run time only.

mod generated;

use self::generated::NODES;

/// A service in the tree.
pub(crate) struct Node {
    /// Name of the service in the API's model.
    pub(crate) name: &'static str,
    /// XML tag of the objects that it lists or reads; empty if it does neither.
    pub(crate) object: &'static str,
    /// Path segments and the services they lead to; an empty segment stands for any identifier.
    pub(crate) children: &'static [(&'static str, &'static str)],
}

/// The root of the tree.
pub(crate) fn root() -> Option<&'static Node> {
    find("system")
}

/// The service of this name in the API's model.
pub(crate) fn find(name: &str) -> Option<&'static Node> {
    NODES
        .binary_search_by(|node| node.name.cmp(name))
        .ok()
        .and_then(|index| NODES.get(index))
}

impl Node {
    /// Whether the identifier of an object can follow.
    pub(crate) fn has_items(&self) -> bool {
        self.children.iter().any(|(segment, _)| segment.is_empty())
    }

    /// The service behind a path segment; fixed segments take precedence over identifiers.
    pub(crate) fn child(&self, segment: &str) -> Option<&'static Self> {
        let of = |wanted: &str| self.children.iter().find(|(segment, _)| *segment == wanted);
        of(segment)
            .or_else(|| of(""))
            .and_then(|(_, name)| find(name))
    }
}
