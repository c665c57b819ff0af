//! The object store: collections of elements by path, and identifiers.

use std::collections::{BTreeMap, HashMap};

use crate::node::Node;
use crate::object::ObjectRef;

/// Size from which a collection has an index.
const INDEXED: usize = 32;

/// The objects of a collection.
#[derive(Default)]
struct Collection {
    objects: Vec<Node>,
    /// Positions of the objects by identifier, for large collections.
    index: Option<HashMap<String, usize>>,
}

impl Collection {
    fn position(&self, id: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(id).copied(),
            None => self.objects.iter().position(|object| object.id() == id),
        }
    }

    fn push(&mut self, object: Node) {
        let position = self.objects.len();
        if let Some(index) = &mut self.index {
            // Of duplicates the first one is found.
            index.entry(object.id().to_owned()).or_insert(position);
        }
        self.objects.push(object);
        if self.index.is_none() && self.objects.len() >= INDEXED {
            let positions = self.objects.iter().enumerate().rev();
            let index = positions.map(|(position, object)| (object.id().to_owned(), position));
            self.index = Some(index.collect());
        }
    }

    /// Adds an object at a position.
    fn insert(&mut self, position: usize, object: Node) {
        self.index = None;
        let later = self.objects.split_off(position.min(self.objects.len()));
        self.push(object);
        later.into_iter().for_each(|object| self.push(object));
    }

    fn remove(&mut self, id: &str) -> Option<Node> {
        let position = self.position(id)?;
        if let Some(index) = &mut self.index {
            index.remove(id);
            for other in index.values_mut().filter(|other| **other > position) {
                *other -= 1;
            }
        }
        Some(self.objects.remove(position))
    }
}

/// Where serial numbers start, and so the identifiers of events: high enough that nobody takes the
/// number of an event for its position.
const FIRST_SERIAL: u64 = 1_000;

/// All objects.
#[derive(Default)]
pub(crate) struct Store {
    /// Collections by path below the API root, such as `vms/123/nics`.
    collections: BTreeMap<String, Collection>,
    serial: u64,
    random: u64,
    /// The changes since the last commit, if tracking is on.
    changes: Option<Changes>,
}

/// The changes since the last commit.
#[derive(Default)]
struct Changes {
    objects: Vec<ObjectRef>,
    /// How to undo them, in their order.
    before: Vec<Before>,
}

/// What a change has replaced.
enum Before {
    /// An object with its position in the collection; `None` if it was not there.
    Object(ObjectRef, Option<(usize, Node)>),
    /// A removed collection.
    Collection(String, Collection),
}

/// A point in time to which the store can be reset.
pub(crate) struct Mark {
    objects: usize,
    pub(crate) serial: u64,
}

impl Store {
    pub(crate) fn new(seed: u64) -> Self {
        // The generator accepts any state except zero.
        Self {
            serial: FIRST_SERIAL,
            random: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            ..Self::default()
        }
    }

    /// Returns a number that increases with each call.
    pub(crate) fn next_serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    fn random(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Returns a new identifier; deterministic for a seed and an order of calls.
    pub(crate) fn new_id(&mut self) -> String {
        let (high, low) = (self.random(), self.random());
        format!(
            "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xfff,
            (low >> 48) & 0x3fff | 0x8000,
            low & 0xffff_ffff_ffff
        )
    }

    /// Returns the objects of a collection in the order of their addition.
    pub(crate) fn list(&self, collection: &str) -> &[Node] {
        self.collections
            .get(collection)
            .map_or(&[], |collection| collection.objects.as_slice())
    }

    pub(crate) fn get(&self, object: &ObjectRef) -> Option<&Node> {
        let collection = self.collections.get(object.collection())?;
        collection.objects.get(collection.position(object.id())?)
    }

    pub(crate) fn get_mut(&mut self, object: &ObjectRef) -> Option<&mut Node> {
        self.track_change(object);
        let collection = self.collections.get_mut(object.collection())?;
        let position = collection.position(object.id())?;
        collection.objects.get_mut(position)
    }

    /// Adds an object. Assigns an identifier unless it has one.
    pub(crate) fn add(&mut self, collection: &str, mut object: Node) -> ObjectRef {
        if object.id().is_empty() {
            let id = self.new_id();
            object.attributes.insert(0, ("id".into(), id.into()));
        }
        object.shrink_to_fit();
        let added = ObjectRef::new(collection, object.id());
        self.track_change(&added);
        self.collections
            .entry(collection.to_owned())
            .or_default()
            .push(object);
        added
    }

    /// Removes an object and all collections below it.
    pub(crate) fn remove(&mut self, object: &ObjectRef) -> Option<Node> {
        self.track_change(object);
        let collection = self.collections.get_mut(object.collection())?;
        let removed = collection.remove(object.id())?;
        for path in self.paths_below(&format!("{}/", object.path())) {
            if let Some(collection) = self.collections.remove(&path)
                && let Some(changes) = &mut self.changes
            {
                changes.before.push(Before::Collection(path, collection));
            }
        }
        Some(removed)
    }

    /// Returns the paths of the collections with this prefix.
    pub(crate) fn paths_below(&self, prefix: &str) -> Vec<String> {
        self.collections
            .range(prefix.to_owned()..)
            .take_while(|(path, _)| path.starts_with(prefix))
            .map(|(path, _)| path.clone())
            .collect()
    }

    /// Returns all collections with their objects.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &[Node])> {
        let each = self.collections.iter();
        each.map(|(path, collection)| (path.as_str(), collection.objects.as_slice()))
    }

    /// Starts to track changes.
    pub(crate) fn track(&mut self) {
        self.changes = Some(Changes::default());
    }

    /// Tracks a possible change of an object.
    fn track_change(&mut self, object: &ObjectRef) {
        let Some(changes) = &mut self.changes else {
            return;
        };
        if !changes
            .objects
            .iter()
            .rev()
            .take(8)
            .any(|own| own == object)
        {
            changes.objects.push(object.clone());
        }
        let stored = self.collections.get(object.collection());
        let before = stored.and_then(|stored| {
            let position = stored.position(object.id())?;
            Some((position, stored.objects.get(position)?.clone()))
        });
        changes.before.push(Before::Object(object.clone(), before));
    }

    /// Returns the objects changed since the last commit.
    pub(crate) fn changed(&self) -> &[ObjectRef] {
        self.changes
            .as_ref()
            .map_or(&[], |changes| &changes.objects)
    }

    /// Ends a commit.
    pub(crate) fn clear_changed(&mut self) {
        if let Some(changes) = &mut self.changes {
            *changes = Changes::default();
        }
    }

    /// Marks the current point in time.
    pub(crate) fn mark(&mut self) -> Mark {
        let changes = self.changes.as_mut();
        let objects = changes.map_or(0, |changes| {
            // Older changes are never undone.
            changes.before.clear();
            changes.objects.len()
        });
        Mark {
            objects,
            serial: self.serial,
        }
    }

    /// Whether there are changes since a mark.
    pub(crate) fn has_changed(&self) -> bool {
        self.changes
            .as_ref()
            .is_some_and(|changes| !changes.before.is_empty())
    }

    /// Undoes the changes since a mark. Identifiers are not used again.
    pub(crate) fn undo(&mut self, mark: &Mark) {
        let Some(changes) = &mut self.changes else {
            return;
        };
        changes.objects.truncate(mark.objects);
        for before in std::mem::take(&mut changes.before).into_iter().rev() {
            match before {
                Before::Collection(path, collection) => {
                    self.collections.insert(path, collection);
                }
                Before::Object(object, before) => {
                    let collection = object.collection().to_owned();
                    let collection = self.collections.entry(collection).or_default();
                    collection.remove(object.id());
                    if let Some((position, before)) = before {
                        collection.insert(position, before);
                    }
                }
            }
        }
    }

    /// Returns the paths of all collections.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.collections.keys().cloned().collect()
    }

    /// Returns the state of the number and identifier generators.
    pub(crate) fn counters(&self) -> (u64, u64) {
        (self.serial, self.random)
    }

    pub(crate) fn set_counters(&mut self, (serial, random): (u64, u64)) {
        self.serial = serial;
        // The generator accepts any state except zero.
        self.random = random.max(1);
    }
}
