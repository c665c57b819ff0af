//! `FilterService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Filter;
use crate::wait::wait;

service! {
    /// One filter module of a scheduling policy.
    ///
    /// API path: `/schedulingpolicies/{policy:id}/filters/{filter:id}`
    FilterService = "filter"
}

impl FilterService {
    /// Reads which filter unit the policy uses, and its position.
    ///
    /// `GET /schedulingpolicies/{policy:id}/filters/{filter:id}`
    #[inline]
    pub fn get(&self) -> FilterGet {
        FilterGet(self.0.get("filter.get"))
    }

    /// Takes the filter out of the policy; 409 where the policy is locked.
    ///
    /// `DELETE /schedulingpolicies/{policy:id}/filters/{filter:id}`
    #[inline]
    pub fn remove(&self) -> FilterRemove {
        FilterRemove(self.0.remove("filter.remove"))
    }
}

wait!(FilterService, Filter);

request! {
    /// Request of [`FilterService::get`].
    FilterGet -> document(Filter) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`FilterService::remove`].
    FilterRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
