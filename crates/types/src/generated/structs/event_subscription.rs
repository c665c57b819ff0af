//! `EventSubscription`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{NotifiableEvent, NotificationMethod, Shared, User};

/// A wish to be told of a kind of event.
#[derive(Clone)]
pub struct EventSubscription {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Name or IP address. Since 4.4.0.
    pub address: Option<String>,
    /// Event, a notifiable event. Since 4.4.0.
    pub event: Option<NotifiableEvent>,
    /// Notification method of the event subscription. Since 4.4.0.
    pub notification_method: Option<NotificationMethod>,
    /// User that it belongs to. Since 4.4.0.
    pub user: Option<Shared<User>>,
}

api_struct! {
    EventSubscription "event_subscription" "event_subscriptions" identified {
        /// Name or IP address. Since 4.4.0.
        0 text address;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Event, a notifiable event. Since 4.4.0.
        3 enumeration(NotifiableEvent) event;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Notification method of the event subscription. Since 4.4.0.
        7 enumeration(NotificationMethod) notification_method;
        /// User that it belongs to. Since 4.4.0.
        8 object(User) user;
    }
}
