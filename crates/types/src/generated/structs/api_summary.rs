//! `ApiSummary`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ApiSummaryItem, Shared};

/// Object counts of some types.
#[derive(Clone)]
pub struct ApiSummary {
    /// Hosts, an API summary item.
    pub hosts: Option<Shared<ApiSummaryItem>>,
    /// Storage domains, an API summary item.
    pub storage_domains: Option<Shared<ApiSummaryItem>>,
    /// Users, an API summary item.
    pub users: Option<Shared<ApiSummaryItem>>,
    /// VMs, an API summary item.
    pub vms: Option<Shared<ApiSummaryItem>>,
}

api_struct! {
    ApiSummary "api_summary" "api_summaries" anonymous {
        0 object(ApiSummaryItem) hosts;
        1 object(ApiSummaryItem) storage_domains;
        2 object(ApiSummaryItem) users;
        3 object(ApiSummaryItem) vms;
    }
}
