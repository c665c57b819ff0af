//! `Spm`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::SpmStatus;
use crate::macros::structs::api_struct;

/// A host's part in managing the storage of its data center.
#[derive(Clone)]
pub struct Spm {
    /// How readily it is chosen: -1 never, up to 10; 5 unless set.
    pub priority: Option<i64>,
    /// Whether it is the manager.
    pub status: Option<SpmStatus>,
}

api_struct! {
    Spm "spm" "spms" anonymous {
        /// How readily it is chosen: -1 never, up to 10; 5 unless set.
        0 integer priority;
        /// Whether it is the manager.
        1 enumeration(SpmStatus) status;
    }
}
