//! The tree of services as data, for paths that are known at run time only.

use crate::services::NODES;

/// A service in the tree.
pub(crate) struct Node {
    /// Name in the API's model.
    pub(crate) name: &'static str,
    /// Fixed segments and the services behind them; an empty segment stands for any identifier.
    pub(crate) children: &'static [(&'static str, &'static str)],
}

/// The root of the tree.
pub(crate) fn root() -> Option<&'static Node> {
    find("system")
}

fn find(name: &str) -> Option<&'static Node> {
    NODES
        .binary_search_by(|node| node.name.cmp(name))
        .ok()
        .and_then(|index| NODES.get(index))
}

impl Node {
    /// Whether identifiers of objects can follow.
    pub(crate) fn has_items(&self) -> bool {
        self.children.iter().any(|(segment, _)| segment.is_empty())
    }

    /// The service behind a segment; fixed segments win over identifiers.
    pub(crate) fn child(&self, segment: &str) -> Option<&'static Self> {
        let of = |wanted: &str| self.children.iter().find(|(segment, _)| *segment == wanted);
        of(segment)
            .or_else(|| of(""))
            .and_then(|(_, name)| find(name))
    }
}
