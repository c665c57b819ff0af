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
        /// Hosts, an API summary item.
        0 object(ApiSummaryItem) hosts;
        /// Storage domains, an API summary item.
        1 object(ApiSummaryItem) storage_domains;
        /// Users, an API summary item.
        2 object(ApiSummaryItem) users;
        /// VMs, an API summary item.
        3 object(ApiSummaryItem) vms;
    }
}
