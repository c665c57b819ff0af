//! `EventSubscriptionService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::EventSubscription;
use crate::wait::wait;

service! {
    /// One kind of event a user is notified of. Since 4.4.0.
    ///
    /// API path: `/users/{user:id}/eventsubscriptions/{event_subscription:id}`
    EventSubscriptionService = "event_subscription"
}

impl EventSubscriptionService {
    /// Reads the subscription: event, method and address. Since 4.4.0.
    ///
    /// `GET /users/{user:id}/eventsubscriptions/{event_subscription:id}`
    #[inline]
    pub fn get(&self) -> EventSubscriptionGet {
        EventSubscriptionGet(self.0.get("event_subscription.get"))
    }

    /// Ends the subscription to this kind of event. Since 4.4.0.
    ///
    /// `DELETE /users/{user:id}/eventsubscriptions/{event_subscription:id}`
    #[inline]
    pub fn remove(&self) -> EventSubscriptionRemove {
        EventSubscriptionRemove(self.0.remove("event_subscription.remove"))
    }
}

wait!(EventSubscriptionService, EventSubscription);

request! {
    /// Request of [`EventSubscriptionService::get`].
    EventSubscriptionGet -> document(EventSubscription);
}

request! {
    /// Request of [`EventSubscriptionService::remove`].
    EventSubscriptionRemove -> nothing() {
        /// Do not wait for the operation to end. Since 4.4.0.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
