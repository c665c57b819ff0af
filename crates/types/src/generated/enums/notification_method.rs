//! `NotificationMethod`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Notification methods for events. Since 4.4.0.
    pub enum NotificationMethod {
        /// `smtp`. Since 4.4.0.
        Smtp = "smtp",
        /// `snmp`. Since 4.4.0.
        Snmp = "snmp",
    }
}
