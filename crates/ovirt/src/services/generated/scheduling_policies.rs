//! `SchedulingPoliciesService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::SchedulingPolicyService;
use crate::stream::stream;
use crate::types::{Identifier, List, SchedulingPolicy};

service! {
    /// The scheduling policies, by which clusters choose hosts for VMs.
    ///
    /// API path: `/schedulingpolicies`
    SchedulingPoliciesService = "scheduling_policies"
}

impl SchedulingPoliciesService {
    /// Adds a policy without modules; add filters, weights and a balance afterwards.
    ///
    /// `POST /schedulingpolicies`
    ///
    /// Needs `policy.name`.
    #[inline]
    pub fn add(&self, policy: impl Into<SchedulingPolicy>) -> SchedulingPoliciesAdd {
        SchedulingPoliciesAdd(
            self.0
                .add::<SchedulingPolicy>("scheduling_policies.add", policy.into())
                .requires("policy.name"),
        )
    }

    /// All policies; predefined ones are `locked`.
    ///
    /// `GET /schedulingpolicies`
    #[inline]
    pub fn list(&self) -> SchedulingPoliciesList {
        SchedulingPoliciesList(self.0.get("scheduling_policies.list"))
    }

    /// One policy, by its identifier.
    #[inline]
    pub fn policy_service(&self, id: impl Identifier<SchedulingPolicy>) -> SchedulingPolicyService {
        SchedulingPolicyService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`SchedulingPoliciesService::add`].
    SchedulingPoliciesAdd -> document(SchedulingPolicy);
}

request! {
    /// Request of [`SchedulingPoliciesService::list`].
    SchedulingPoliciesList -> document(List<SchedulingPolicy>) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(SchedulingPoliciesList, SchedulingPolicy);
named!(SchedulingPoliciesService, SchedulingPolicy, "name");
