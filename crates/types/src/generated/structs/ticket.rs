//! `Ticket`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A password for a console, for a short time.
#[derive(Clone)]
pub struct Ticket {
    /// Time until it is no longer accepted; 7200 if absent. In seconds.
    pub expiry: Option<i64>,
    /// The password; the engine makes one if absent.
    pub value: Option<String>,
}

api_struct! {
    Ticket "ticket" "tickets" anonymous {
        /// Time until it is no longer accepted; 7200 if absent. In seconds.
        0 integer expiry;
        /// The password; the engine makes one if absent.
        1 secret value;
    }
}
