//! The state of the simulated engine: model, objects, disk data, and time.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use ovirt_model::Model;
use time::OffsetDateTime;

use crate::image::Images;
use crate::journal::Journal;
use crate::mac_addresses::UsedAddresses;
use crate::node::Node;
use crate::object::ObjectRef;
use crate::schema::Schema;
use crate::store::Store;

/// Path of the API on the server.
pub(crate) const API: &str = "/ovirt-engine/api";

/// Replaces delays that exceed the range of the clock.
const FAR: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// A change that takes effect some time after its command.
type Change = Box<dyn FnOnce(&mut World) + Send>;

/// The state of the simulated engine.
pub(crate) struct World {
    pub(crate) schema: Arc<Schema>,
    pub(crate) store: Store,
    /// Duration of one step of a life cycle.
    pub(crate) step: Duration,
    /// Host name and port of the server, for texts that contain it.
    pub(crate) server: String,
    /// The journal that changes are written to, if the state is persistent.
    pub(crate) journal: Option<Journal>,
    /// The disk data. Lock order: a holder of this lock must not lock the world.
    pub(crate) images: Arc<Mutex<Images>>,
    /// When the tasks of the last command end, if it started any.
    pub(crate) busy_until: Option<Instant>,
    /// Cache of the MAC addresses in use.
    pub(crate) macs: Option<UsedAddresses>,
    /// Scheduled changes by due time; the number keeps their order.
    scheduled: BTreeMap<(Instant, u64), Change>,
    /// Due time of the last change scheduled since the last `take_last_due`.
    last_due: Option<Instant>,
}

impl World {
    pub(crate) fn new(seed: u64, step: Duration, server: String) -> Self {
        Self {
            schema: Arc::new(Schema::new(Model::embedded())),
            store: Store::new(seed),
            step,
            server,
            journal: None,
            images: Arc::default(),
            busy_until: None,
            macs: None,
            scheduled: BTreeMap::new(),
            last_due: None,
        }
    }

    /// Applies the scheduled changes that are due.
    pub(crate) fn advance(&mut self) {
        while let Some(change) = self.pop_due() {
            change(self);
        }
        self.take_last_due();
    }

    /// Schedules a change.
    pub(crate) fn plan(
        &mut self,
        delay: Duration,
        change: impl FnOnce(&mut Self) + Send + 'static,
    ) {
        let serial = self.store.next_serial();
        let now = Instant::now();
        let due = now.checked_add(delay).unwrap_or(now + FAR);
        self.last_due = self.last_due.max(Some(due));
        self.scheduled.insert((due, serial), Box::new(change));
    }

    /// Returns the due time of the last change scheduled since the last call.
    pub(crate) fn take_last_due(&mut self) -> Option<Instant> {
        self.last_due.take()
    }

    /// Makes a time count as the due time of the last change, unless there is a later one.
    pub(crate) fn keep_last_due(&mut self, due: Option<Instant>) {
        self.last_due = self.last_due.max(due);
    }

    /// Removes and returns the next change that is due.
    fn pop_due(&mut self) -> Option<Change> {
        let entry = self.scheduled.first_entry()?;
        (entry.key().0 <= Instant::now()).then(|| entry.remove())
    }

    /// Discards the changes scheduled after a serial number was current.
    pub(crate) fn discard_planned(&mut self, serial: u64) {
        self.scheduled.retain(|(_, own), _| *own <= serial);
    }

    /// Schedules a change after a number of steps.
    pub(crate) fn after(&mut self, steps: u32, change: impl FnOnce(&mut Self) + Send + 'static) {
        self.plan(self.step * steps, change);
    }

    /// Returns handles to the objects of a collection.
    pub(crate) fn handles(&self, collection: &str) -> Vec<ObjectRef> {
        self.handles_with(collection, |_| true)
    }

    /// Returns handles to the objects of a collection that meet a condition.
    pub(crate) fn handles_with(
        &self,
        collection: &str,
        meets: impl Fn(&Node) -> bool,
    ) -> Vec<ObjectRef> {
        let objects = self.store.list(collection).iter();
        objects
            .filter(|object| meets(object))
            .map(|object| ObjectRef::new(collection, object.id()))
            .collect()
    }

    /// Removes all objects of a collection.
    pub(crate) fn clear(&mut self, collection: &str) {
        for object in self.handles(collection) {
            object.remove(self);
        }
    }

    /// Returns the object of a collection with this name.
    pub(crate) fn find_by_name(&self, collection: &str, name: &str) -> Option<&Node> {
        self.store
            .list(collection)
            .iter()
            .find(|object| object.get("name") == Some(name))
    }
}

impl ObjectRef {
    pub(crate) fn get<'w>(&self, world: &'w World) -> Option<&'w Node> {
        world.store.get(self)
    }

    /// Whether the object exists.
    pub(crate) fn exists(&self, world: &World) -> bool {
        self.get(world).is_some()
    }

    /// Returns the text of a member.
    pub(crate) fn text<'w>(&self, world: &'w World, path: &str) -> Option<&'w str> {
        self.get(world)?.get(path)
    }

    /// Returns the number in a member; `None` if there is none.
    pub(crate) fn number<T: FromStr>(&self, world: &World, path: &str) -> Option<T> {
        self.get(world)?.number(path)
    }

    /// Whether a member has this text.
    pub(crate) fn has(&self, world: &World, path: &str, text: &str) -> bool {
        self.text(world, path) == Some(text)
    }

    /// Returns the name, or the identifier of an object without one.
    pub(crate) fn name(&self, world: &World) -> String {
        self.text(world, "name").unwrap_or(self.id()).to_owned()
    }

    /// Returns the identifier that a member refers to; empty if unset.
    pub(crate) fn target(&self, world: &World, member: &str) -> String {
        let child = self.get(world).and_then(|object| object.child(member));
        child.map_or("", Node::id).to_owned()
    }

    /// Changes the object if it exists.
    pub(crate) fn change(&self, world: &mut World, change: impl FnOnce(&mut Node)) {
        if let Some(object) = world.store.get_mut(self) {
            change(object);
        }
    }

    /// Removes the object and all collections below it.
    pub(crate) fn remove(&self, world: &mut World) -> Option<Node> {
        world.store.remove(self)
    }

    /// Schedules transitions of a status, one per step. They are skipped once a command has changed
    /// it in between.
    pub(crate) fn plan_statuses(
        &self,
        world: &mut World,
        member: &'static str,
        statuses: &[&'static str],
    ) {
        let mut before = self.text(world, member).unwrap_or_default().to_owned();
        for (index, status) in (1..).zip(statuses) {
            let (object, status) = (self.clone(), *status);
            let expected = std::mem::replace(&mut before, status.to_owned());
            world.after(index, move |world| {
                if object.text(world, member).unwrap_or_default() == expected {
                    object.change(world, |object| object.set(member, status));
                }
            });
        }
    }
}

/// Returns the current time in the engine's format.
pub(crate) fn now() -> String {
    let utc = OffsetDateTime::from(SystemTime::now());
    let (year, month, day) = utc.to_calendar_date();
    let (hour, minute, second) = utc.to_hms();
    let (month, millisecond) = (u8::from(month), utc.millisecond());
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z")
}
