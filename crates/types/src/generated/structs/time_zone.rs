//! `TimeZone`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A time zone.
#[derive(Clone)]
pub struct TimeZone {
    /// Name, such as `Etc/GMT`, or that of Windows for Windows guests.
    pub name: Option<String>,
    /// Distance from UTC, such as `+01:00`.
    pub utc_offset: Option<String>,
}

api_struct! {
    TimeZone "time_zone" "time_zones" anonymous {
        /// Name, such as `Etc/GMT`, or that of Windows for Windows guests.
        0 text name;
        /// Distance from UTC, such as `+01:00`.
        1 text utc_offset;
    }
}
