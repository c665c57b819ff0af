//! `EventSubscriptionsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::EventSubscriptionService;
use crate::stream::stream;
use crate::types::{EventSubscription, Identifier, List};

service! {
    /// The kinds of events a user is notified of, by mail. Since 4.4.0.
    ///
    /// API path: `/users/{user:id}/eventsubscriptions`
    EventSubscriptionsService = "event_subscriptions"
}

impl EventSubscriptionsService {
    /// Subscribes the user to a kind of event; the engine's notifier has to run for messages to be
    /// sent. Since 4.4.0.
    ///
    /// `POST /users/{user:id}/eventsubscriptions`
    ///
    /// Needs `event_subscription.event`.
    #[inline]
    pub fn add(&self, event_subscription: impl Into<EventSubscription>) -> EventSubscriptionsAdd {
        EventSubscriptionsAdd(
            self.0
                .add::<EventSubscription>("event_subscriptions.add", event_subscription.into())
                .requires("event_subscription.event"),
        )
    }

    /// All subscriptions of the user.
    ///
    /// `GET /users/{user:id}/eventsubscriptions`
    #[inline]
    pub fn list(&self) -> EventSubscriptionsList {
        EventSubscriptionsList(self.0.get("event_subscriptions.list"))
    }

    /// One subscription, by its identifier: the name of the event. Since 4.4.0.
    #[inline]
    pub fn event_subscription_service(
        &self,
        id: impl Identifier<EventSubscription>,
    ) -> EventSubscriptionService {
        EventSubscriptionService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`EventSubscriptionsService::add`].
    EventSubscriptionsAdd -> document(EventSubscription);
}

request! {
    /// Request of [`EventSubscriptionsService::list`].
    EventSubscriptionsList -> document(List<EventSubscription>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(EventSubscriptionsList, EventSubscription);
