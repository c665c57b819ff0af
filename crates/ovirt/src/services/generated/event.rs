//! `EventService` and its requests.
//!
//! @generated from `crates/model/data/services/jobs_and_events.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Event;
use crate::wait::wait;

service! {
    /// One event: something that happened, with time, severity and the objects it is about.
    ///
    /// API path: `/events/{event:id}`
    EventService = "event"
}

impl EventService {
    /// Reads the event; `code` is the kind of event, `correlation_id` leads to its request. An
    /// identifier that is not a number is 400, not 404.
    ///
    /// `GET /events/{event:id}`
    #[inline]
    pub fn get(&self) -> EventGet {
        EventGet(self.0.get("event.get"))
    }

    /// Hides the event from lists and searches; `undelete` of the events brings it back.
    ///
    /// `DELETE /events/{event:id}`
    #[inline]
    pub fn remove(&self) -> EventRemove {
        EventRemove(self.0.remove("event.remove"))
    }
}

wait!(EventService, Event);

request! {
    /// Request of [`EventService::get`].
    EventGet -> document(Event) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`EventService::remove`].
    EventRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
