//! `ApiSummaryItem`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// Object counts of a type.
#[derive(Clone)]
pub struct ApiSummaryItem {
    /// Those that are at work.
    pub active: Option<i64>,
    /// All of them.
    pub total: Option<i64>,
}

api_struct! {
    ApiSummaryItem "api_summary_item" "api_summary_items" anonymous {
        /// Those that are at work.
        0 integer active;
        /// All of them.
        1 integer total;
    }
}
