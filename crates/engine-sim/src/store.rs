//! Where objects are kept: collections of elements by the collection's path, identifiers, and the
//! changes that are still to come.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use crate::node::Node;
use crate::world::World;

/// A change that happens by itself some time after the command that began it.
type Change = Box<dyn FnOnce(&mut World) + Send>;

/// From how many objects on a collection has an index: small ones are searched as quickly.
const INDEXED: usize = 32;

/// The objects of a collection.
#[derive(Default)]
struct Collection {
    objects: Vec<Node>,
    /// Places of the objects by identifier, once there are many.
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
            // The first of two with the same identifier is the one that is found.
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
    /// Path of a collection below the API's root, such as `vms/123/nics`, and its objects.
    collections: BTreeMap<String, Collection>,
    /// Changes still to come, by the time when they are due; the number keeps their order.
    scheduled: BTreeMap<(Instant, u64), Change>,
    /// When the last change is due that was planned since this was last asked for.
    last_due: Option<Instant>,
    serial: u64,
    random: u64,
    /// Collections and identifiers of what has changed, where somebody keeps track.
    changed: Option<Vec<(String, String)>>,
}

impl Store {
    pub(crate) fn new(seed: u64) -> Self {
        // Any state but zero will do for the generator.
        Self {
            random: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            ..Self::default()
        }
    }

    /// A number that grows with each call.
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

    /// A new identifier, the same for the same seed and order of calls.
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

    /// The objects of a collection, in the order in which they were added.
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

    /// Adds an object, with a new identifier unless it has one.
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

    /// Removes an object and all that is kept below it.
    pub(crate) fn remove(&mut self, collection: &str, id: &str) -> Option<Node> {
        let object = self.collections.get_mut(collection)?.remove(id)?;
        self.mark_changed(collection, id);
        for path in self.paths_below(&format!("{collection}/{id}/")) {
            self.collections.remove(&path);
        }
        Some(object)
    }

    /// Paths of the collections that begin like this.
    pub(crate) fn paths_below(&self, prefix: &str) -> Vec<String> {
        self.collections
            .range(prefix.to_owned()..)
            .take_while(|(path, _)| path.starts_with(prefix))
            .map(|(path, _)| path.clone())
            .collect()
    }

    /// All collections and their objects.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &[Node])> {
        let each = self.collections.iter();
        each.map(|(path, collection)| (path.as_str(), collection.objects.as_slice()))
    }

    /// Begins to keep track of what changes.
    pub(crate) fn track(&mut self) {
        self.changed = Some(Vec::new());
    }

    /// Notes down that an object may have changed. Each access that can change one does.
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

    /// What has changed since this was last asked for.
    pub(crate) fn take_changed(&mut self) -> Vec<(String, String)> {
        self.changed
            .as_mut()
            .map(std::mem::take)
            .unwrap_or_default()
    }

    /// Has changes asked for again.
    pub(crate) fn restore_changed(&mut self, changed: Vec<(String, String)>) {
        self.changed = Some(changed);
    }

    /// Paths of all collections that were ever added to.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.collections.keys().cloned().collect()
    }

    /// What new numbers and identifiers follow from.
    pub(crate) fn counters(&self) -> (u64, u64) {
        (self.serial, self.random)
    }

    pub(crate) fn set_counters(&mut self, (serial, random): (u64, u64)) {
        self.serial = serial;
        // Any state but zero will do for the generator.
        self.random = random.max(1);
    }

    /// Plans a change.
    pub(crate) fn plan(
        &mut self,
        delay: Duration,
        change: impl FnOnce(&mut World) + Send + 'static,
    ) {
        let serial = self.next_serial();
        let due = Instant::now() + delay;
        self.last_due = self.last_due.max(Some(due));
        self.scheduled.insert((due, serial), Box::new(change));
    }

    /// When the last change is due that was planned since this was last asked for.
    pub(crate) fn take_last_due(&mut self) -> Option<Instant> {
        self.last_due.take()
    }

    /// The next change that is due.
    pub(crate) fn pop_due(&mut self) -> Option<Change> {
        let entry = self.scheduled.first_entry()?;
        (entry.key().0 <= Instant::now()).then(|| entry.remove())
    }
}
