//! Permits, roles, and the compatibility versions of clusters with their CPU types.

use super::named;
use crate::node::Node;
use crate::object::{CLUSTER_LEVELS, PERMITS, ROLES};
use crate::world::World;

/// Lines: number, name, kind of the roles that have the permit.
const PERMIT_LINES: &str = include_str!("data/permits.txt");
/// Lines: identifier, name, kind, numbers of the permits, description.
const ROLE_LINES: &str = include_str!("data/roles.txt");
/// Lines: `=` and the levels; then architecture, level and name of each CPU type.
const CPU_TYPES: &str = include_str!("data/cpu_types.txt");

/// Returns the lines of a data file without comments.
pub(super) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.starts_with('#'))
}

/// Splits a line at its first spaces; the last field may contain spaces.
pub(super) fn fields<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut parts = line.splitn(N, ' ');
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn permit(id: &str) -> Option<[&'static str; 3]> {
    lines(PERMIT_LINES)
        .map(fields::<3>)
        .find(|[own, ..]| *own == id)
}

/// Sets the members of a permit that follow from its identifier.
pub(crate) fn complete_permit(permit_node: &mut Node) {
    if let Some([_, name, kind]) = permit(permit_node.id()) {
        permit_node.set_default("name", name);
        permit_node.set_default("administrative", (kind == "admin").to_string());
    }
}

pub(super) fn fill(world: &mut World) {
    for line in lines(ROLE_LINES) {
        let [id, name, kind, permits, description] = fields::<5>(line);
        let role = named("role", id, name, description)
            .with_text("administrative", (kind == "admin").to_string())
            .with_text("mutable", "false");
        let path = world.store.add(ROLES, role).below(PERMITS);
        for range in permits.split(',') {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let number = |text: &str| text.parse::<u16>().unwrap_or_default();
            for number in number(first)..=number(last) {
                let mut permit = Node::reference("permit", &number.to_string());
                complete_permit(&mut permit);
                if permit.child("name").is_some() {
                    world
                        .store
                        .add(&path, permit.with(Node::reference("role", id)));
                }
            }
        }
    }
    let mut levels: Vec<(&str, Node)> = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    for line in lines(CPU_TYPES) {
        if let Some(names) = line.strip_prefix("= ") {
            current = names.split(' ').collect();
            levels.extend(current.iter().map(|name| (*name, Node::new("cpu_types"))));
            continue;
        }
        let [architecture, level, name] = fields::<3>(line);
        for (_, list) in levels.iter_mut().filter(|(own, _)| current.contains(own)) {
            let cpu_type = Node::new("cpu_type")
                .with_text("architecture", architecture)
                .with_text("level", level)
                .with_text("name", name);
            list.children.push(cpu_type);
        }
    }
    let newest = world.schema.version.newest_level;
    let minor = |name: &str| name.split('.').nth(1).and_then(|minor| minor.parse().ok());
    levels.retain(|(name, _)| minor(name).is_none_or(|minor: u32| minor <= newest));
    levels.sort_by_key(|(name, _)| *name);
    for (name, cpu_types) in levels {
        let level = Node::reference("cluster_level", name)
            .with(cpu_types)
            .with(permits());
        world.store.add(CLUSTER_LEVELS, level);
    }
}

fn permits() -> Node {
    let mut list = Node::new("permits");
    for line in lines(PERMIT_LINES) {
        let [number, ..] = fields::<3>(line);
        let mut permit = Node::reference("permit", number);
        complete_permit(&mut permit);
        list.children.push(permit);
    }
    list
}
