//! `ErrorHandling`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::MigrateOnError;
use crate::macros::structs::{api_struct, from_simple};

/// What becomes of VMs when a host of the cluster fails.
#[derive(Clone)]
pub struct ErrorHandling {
    /// Which VMs are migrated away.
    pub on_error: Option<MigrateOnError>,
}

api_struct! {
    ErrorHandling "error_handling" "error_handlings" anonymous {
        /// Which VMs are migrated away.
        0 enumeration(MigrateOnError) on_error;
    }
}

from_simple!(ErrorHandling, MigrateOnError, on_error);
