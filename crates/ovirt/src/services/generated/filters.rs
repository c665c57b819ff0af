//! `FiltersService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::FilterService;
use crate::stream::stream;
use crate::types::{Filter, Identifier, List};

service! {
    /// The filter modules of a scheduling policy, which rule hosts out.
    ///
    /// API path: `/schedulingpolicies/{policy:id}/filters`
    FiltersService = "filters"
}

impl FiltersService {
    /// Puts a filter unit into the policy.
    ///
    /// `POST /schedulingpolicies/{policy:id}/filters`
    ///
    /// Needs `filter.scheduling_policy_unit.id`.
    #[inline]
    pub fn add(&self, filter: impl Into<Filter>) -> FiltersAdd {
        FiltersAdd(
            self.0
                .add::<Filter>("filters.add", filter.into())
                .requires("filter.scheduling_policy_unit.id"),
        )
    }

    /// All filters of the policy.
    ///
    /// `GET /schedulingpolicies/{policy:id}/filters`
    #[inline]
    pub fn list(&self) -> FiltersList {
        FiltersList(self.0.get("filters.list"))
    }

    /// One filter, by the identifier of its unit.
    #[inline]
    pub fn filter_service(&self, id: impl Identifier<Filter>) -> FilterService {
        FilterService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`FiltersService::add`].
    FiltersAdd -> document(Filter);
}

request! {
    /// Request of [`FiltersService::list`].
    FiltersList -> document(List<Filter>) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(FiltersList, Filter);
