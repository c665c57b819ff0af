//! `EventsService` and its requests.
//!
//! @generated from `crates/model/data/services/jobs_and_events.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::EventService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Event, Identifier, List};

service! {
    /// What happened in the engine, kept for 30 days by default.
    ///
    /// API path: `/events`
    EventsService = "events"
}

impl EventsService {
    /// Notes an event of one's own, seen by all like the engine's; needs the right to inject
    /// events.
    ///
    /// `POST /events`
    ///
    /// Needs `event.custom_id`, `event.description`, `event.origin`, `event.severity`.
    #[inline]
    pub fn add(&self, event: impl Into<Event>) -> EventsAdd {
        EventsAdd(
            self.0
                .add::<Event>("events.add", event.into())
                .requires("event.custom_id, event.description, event.origin, event.severity"),
        )
    }

    /// The events, newest first; searchable by `severity`, `type` (the code), `time`,
    /// `correlation_id` and more.
    ///
    /// `GET /events`
    #[inline]
    pub fn list(&self) -> EventsList {
        EventsList(self.0.get("events.list"))
    }

    /// Brings back all events that were hidden by removing them.
    ///
    /// `POST /events/undelete`
    #[inline]
    pub fn undelete(&self) -> EventsUndelete {
        EventsUndelete(self.0.action("events.undelete", "undelete"))
    }

    /// One event, by its number.
    #[inline]
    pub fn event_service(&self, id: impl Identifier<Event>) -> EventService {
        EventService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`EventsService::add`].
    EventsAdd -> document(Event);
}

request! {
    /// Request of [`EventsService::list`].
    EventsList -> document(List<Event>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return only events with a greater identifier, so remember the greatest one seen to go on
        /// from it.
        query(i64) from;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

request! {
    /// Request of [`EventsService::undelete`].
    EventsUndelete -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

stream!(EventsList, Event);
pages!(EventsList, Event);
