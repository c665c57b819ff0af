//! `Fault`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// What the engine refused a request with.
#[derive(Clone)]
pub struct Fault {
    /// What exactly is wrong; messages of a command stand in square brackets.
    pub detail: Option<String>,
    /// Kind of refusal, such as `Operation Failed`.
    pub reason: Option<String>,
}

api_struct! {
    Fault "fault" "faults" anonymous {
        /// What exactly is wrong; messages of a command stand in square brackets.
        0 text detail;
        /// Kind of refusal, such as `Operation Failed`.
        1 text reason;
    }
}
