//! The state of the simulated engine: model, objects, disk data, and time.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use ovirt_model::{MethodKind, Model};
use time::OffsetDateTime;

use crate::access::Caller;
use crate::behaviour::{self, mac};
use crate::fault::Fault;
use crate::image::Images;
use crate::journal::Journal;
use crate::node::Node;
use crate::schema::{Resource, Schema};
use crate::store::Store;

/// Path of the API on the server.
pub(crate) const API: &str = "/ovirt-engine/api";

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
    /// The sender of the current request; `None` for changes by the engine itself.
    pub(crate) caller: Option<Caller>,
    /// When the tasks of the last command end, if it started any.
    pub(crate) busy_until: Option<Instant>,
    /// Cache of the MAC addresses in use.
    pub(crate) macs: Option<mac::UsedAddresses>,
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
            caller: None,
            busy_until: None,
            macs: None,
        }
    }

    /// Applies the scheduled changes that are due.
    pub(crate) fn advance(&mut self) {
        while let Some(change) = self.store.pop_due() {
            change(self);
        }
        self.store.take_last_due();
        behaviour::image_transfer::update_progress(self);
    }

    /// Schedules state transitions of an object, one per step. They are skipped once a command has
    /// changed the state in between.
    pub(crate) fn plan_statuses(
        &mut self,
        collection: &str,
        id: &str,
        member: &'static str,
        statuses: &[&'static str],
    ) {
        let mut before = self
            .text(collection, id, member)
            .unwrap_or_default()
            .to_owned();
        for (index, status) in (1..).zip(statuses) {
            let (collection, id, status) = (collection.to_owned(), id.to_owned(), *status);
            let expected = std::mem::replace(&mut before, status.to_owned());
            self.store.plan(self.step * index, move |world| {
                if let Some(object) = world.store.get_mut(&collection, &id)
                    && object.get(member).unwrap_or_default() == expected
                {
                    object.set(member, status);
                }
            });
        }
    }

    /// Whether the caller sees an object of a type.
    pub(crate) fn is_visible(&self, kind: &str, object: &Node) -> bool {
        let caller = self.caller.as_ref();
        caller.is_none_or(|caller| caller.sees(self, kind, object))
    }

    /// Fails if the caller does not see the resource.
    pub(crate) fn check_visible(&self, resource: &Resource<'_>) -> Result<(), Fault> {
        match &self.caller {
            Some(caller) => caller.check_path(self, resource),
            None => Ok(()),
        }
    }

    /// Fails if the caller may not execute the command.
    pub(crate) fn check_permission(
        &self,
        path: &str,
        kind: MethodKind,
        action: &str,
        document: Option<&Node>,
    ) -> Result<(), Fault> {
        match &self.caller {
            Some(caller) => caller.check_command(self, path, kind, action, document),
            None => Ok(()),
        }
    }

    /// Returns the caller's identifier; for changes by the engine itself, the first user's.
    pub(crate) fn user(&self) -> Option<&str> {
        let first = || self.store.list("users").first().map(Node::id);
        let caller = self.caller.as_ref().map(|caller| caller.user.as_str());
        caller.or_else(first)
    }

    /// Schedules a change after a number of steps.
    pub(crate) fn after(&mut self, steps: u32, change: impl FnOnce(&mut Self) + Send + 'static) {
        self.store.plan(self.step * steps, change);
    }

    /// Returns the identifiers of a collection's objects.
    pub(crate) fn ids(&self, collection: &str) -> Vec<String> {
        let objects = self.store.list(collection).iter();
        objects.map(|object| object.id().to_owned()).collect()
    }

    /// Returns the identifier that an object's member refers to; empty if unset.
    pub(crate) fn target(&self, collection: &str, id: &str, member: &str) -> String {
        let object = self.store.get(collection, id);
        let child = object.and_then(|object| object.child(member));
        child.map_or("", Node::id).to_owned()
    }

    /// Returns the name of an object, or its identifier if it has none.
    pub(crate) fn name(&self, collection: &str, id: &str) -> String {
        self.text(collection, id, "name").unwrap_or(id).to_owned()
    }

    /// Returns the text of an object's member.
    pub(crate) fn text(&self, collection: &str, id: &str, path: &str) -> Option<&str> {
        self.store.get(collection, id)?.get(path)
    }

    /// Changes an object if it exists.
    pub(crate) fn change(&mut self, collection: &str, id: &str, change: impl FnOnce(&mut Node)) {
        if let Some(object) = self.store.get_mut(collection, id) {
            change(object);
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

/// Returns the current time in the engine's format.
pub(crate) fn now() -> String {
    let utc = OffsetDateTime::from(SystemTime::now());
    let (year, month, day) = utc.to_calendar_date();
    let (hour, minute, second) = utc.to_hms();
    let (month, millisecond) = (u8::from(month), utc.millisecond());
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z")
}
