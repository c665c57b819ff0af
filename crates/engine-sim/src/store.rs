//! The object store: collections of elements by path, and identifiers.

use std::collections::{BTreeMap, HashMap};

use crate::node::Node;

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

/// All objects.
#[derive(Default)]
pub(crate) struct Store {
    /// Collections by path below the API root, such as `vms/123/nics`.
    collections: BTreeMap<String, Collection>,
    serial: u64,
    random: u64,
    /// Collections and identifiers of changed objects, if tracking is on.
    changed: Option<Vec<(String, String)>>,
}

impl Store {
    pub(crate) fn new(seed: u64) -> Self {
        // The generator accepts any state except zero.
        Self {
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

    pub(crate) fn get(&self, collection: &str, id: &str) -> Option<&Node> {
        let collection = self.collections.get(collection)?;
        collection.objects.get(collection.position(id)?)
    }

    pub(crate) fn get_mut(&mut self, collection: &str, id: &str) -> Option<&mut Node> {
        self.mark_changed(collection, id);
        let collection = self.collections.get_mut(collection)?;
        let position = collection.position(id)?;
        collection.objects.get_mut(position)
    }

    /// Adds an object. Assigns an identifier unless it has one.
    pub(crate) fn add(&mut self, collection: &str, mut object: Node) -> String {
        if object.id().is_empty() {
            let id = self.new_id();
            object.attributes.insert(0, ("id".into(), id.into()));
        }
        object.shrink_to_fit();
        let id = object.id().to_owned();
        self.mark_changed(collection, &id);
        self.collections
            .entry(collection.to_owned())
            .or_default()
            .push(object);
        id
    }

    /// Removes an object and all collections below it.
    pub(crate) fn remove(&mut self, collection: &str, id: &str) -> Option<Node> {
        let object = self.collections.get_mut(collection)?.remove(id)?;
        self.mark_changed(collection, id);
        for path in self.paths_below(&format!("{collection}/{id}/")) {
            self.collections.remove(&path);
        }
        Some(object)
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
        self.changed = Some(Vec::new());
    }

    /// Tracks a possible change of an object.
    fn mark_changed(&mut self, collection: &str, id: &str) {
        if let Some(changed) = &mut self.changed
            && changed
                .iter()
                .rev()
                .take(8)
                .all(|(c, i)| c != collection || i != id)
        {
            changed.push((collection.to_owned(), id.to_owned()));
        }
    }

    /// Returns the objects changed since the last call.
    pub(crate) fn take_changed(&mut self) -> Vec<(String, String)> {
        self.changed
            .as_mut()
            .map(std::mem::take)
            .unwrap_or_default()
    }

    /// Puts back changes that could not be written.
    pub(crate) fn restore_changed(&mut self, changed: Vec<(String, String)>) {
        self.changed = Some(changed);
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
