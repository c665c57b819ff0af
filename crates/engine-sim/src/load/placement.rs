//! Stores loaded objects in the collections where requests find them.

use std::collections::HashSet;

use super::item_at;
use crate::kind::Source;
use crate::node::{Node, refers_to};
use crate::object::{ObjectRef, PERMISSIONS};
use crate::world::World;

/// The world that objects are loaded into.
pub(super) struct Placement<'w> {
    pub(super) world: &'w mut World,
    /// The paths of the collections that are known as a whole: nothing is missing there.
    pub(super) lists: HashSet<String>,
}

impl Placement<'_> {
    /// Stores an object where the collection on its path finds it.
    pub(super) fn insert(&mut self, path: &str, object: Node) {
        let Some((item, source)) = resolve(self.world, path) else {
            return;
        };
        if let Some((parent, _)) = item.collection().rsplit_once('/') {
            self.add_placeholder(parent, "");
        }
        self.insert_into(source, item.id(), object);
    }

    fn insert_into(&mut self, source: Source, id: &str, mut object: Node) {
        match source {
            Source::View { .. } => {}
            Source::Permissions(source) => self.insert_into(*source, id, object),
            Source::OnStorageDomain { home, .. } => {
                // The top-level document has more members.
                object.remove("storage_domain");
                if self.lacks(&ObjectRef::new(&home, id)) {
                    replace(self.world, &home, object);
                }
            }
            Source::Own(own) | Source::Computed { path: own, .. } => {
                replace(self.world, &own, object);
            }
            Source::Filtered {
                home,
                members,
                parent,
                ..
            } => {
                // A top-level document has more members than a nested one.
                if self.lacks(&ObjectRef::new(&home, id)) {
                    if let Some(member) = members.first()
                        && !members.iter().any(|m| refers_to(&object, m, &parent))
                    {
                        object.set_reference(member, &parent);
                    }
                    replace(self.world, &home, object);
                }
            }
            Source::Assigned { own, home } => {
                let at_home = ObjectRef::new(&home, id);
                if self.lacks(&at_home) {
                    replace(self.world, &home, object.clone());
                }
                // What is the same for all collections is stored once.
                if let Some(stored) = at_home.get(self.world) {
                    let is_same = |child: &Node| stored.children.contains(child);
                    object.children.retain(|child| !is_same(child));
                }
                replace(self.world, &own, object);
            }
        }
    }

    /// Whether a collection lacks an object, although it may have it.
    fn lacks(&self, object: &ObjectRef) -> bool {
        let collection = object.collection();
        // The list at the top has only the permissions on the whole system.
        let is_whole = collection != PERMISSIONS && self.lists.contains(collection);
        !is_whole && !object.exists(self.world)
    }

    /// Creates a missing object with an identifier and a name.
    pub(super) fn add_placeholder(&mut self, path: &str, name: &str) {
        let Some((item, source)) = resolve(self.world, path) else {
            return;
        };
        let (collection, id) = (item.collection(), item.id());
        if self.lists.contains(collection) || self.world.object(&source, id).is_some() {
            return;
        }
        let schema = &self.world.schema;
        let resource = schema.locate(collection);
        let Some(kind) = resource.and_then(|resource| schema.item_type(resource.service)) else {
            return;
        };
        let mut object = Node::reference(kind.tag(), id);
        if schema.member(kind, "name").is_some() {
            object.set("name", if name.is_empty() { id } else { name });
        }
        self.insert(path, object);
    }
}

/// Resolves a path to the object and the source of its collection.
fn resolve(world: &World, path: &str) -> Option<(ObjectRef, Source)> {
    let object = item_at(world, path)?;
    let source = world.source(&world.schema.locate(object.collection())?);
    Some((object, source))
}

fn replace(world: &mut World, collection: &str, object: Node) {
    match world
        .store
        .get_mut(&ObjectRef::new(collection, object.id()))
    {
        Some(own) => *own = object,
        None => {
            world.store.add(collection, object);
        }
    }
}
