//! `SchedulingPolicyService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{BalancesService, FiltersService, WeightsService};
use crate::types::SchedulingPolicy;
use crate::wait::wait;

service! {
    /// One scheduling policy.
    ///
    /// API path: `/schedulingpolicies/{policy:id}`
    SchedulingPolicyService = "scheduling_policy"
}

impl SchedulingPolicyService {
    /// Reads the policy and its properties.
    ///
    /// `GET /schedulingpolicies/{policy:id}`
    #[inline]
    pub fn get(&self) -> SchedulingPolicyGet {
        SchedulingPolicyGet(self.0.get("scheduling_policy.get"))
    }

    /// Removes the policy; 409 for a locked one and while a cluster uses it.
    ///
    /// `DELETE /schedulingpolicies/{policy:id}`
    #[inline]
    pub fn remove(&self) -> SchedulingPolicyRemove {
        SchedulingPolicyRemove(self.0.remove("scheduling_policy.remove"))
    }

    /// Changes name, description or properties; 409 for the locked policies that come with the
    /// engine.
    ///
    /// `PUT /schedulingpolicies/{policy:id}`
    #[inline]
    pub fn update(&self, policy: impl Into<SchedulingPolicy>) -> SchedulingPolicyUpdate {
        SchedulingPolicyUpdate(
            self.0
                .update::<SchedulingPolicy>("scheduling_policy.update", policy.into()),
        )
    }

    /// The policy's load balancing module.
    #[inline]
    pub fn balances_service(&self) -> BalancesService {
        BalancesService(self.0.segment("balances"))
    }

    /// Modules that rule hosts out.
    #[inline]
    pub fn filters_service(&self) -> FiltersService {
        FiltersService(self.0.segment("filters"))
    }

    /// Modules that rate the hosts that are left.
    #[inline]
    pub fn weights_service(&self) -> WeightsService {
        WeightsService(self.0.segment("weights"))
    }
}

wait!(SchedulingPolicyService, SchedulingPolicy);

request! {
    /// Request of [`SchedulingPolicyService::get`].
    SchedulingPolicyGet -> document(SchedulingPolicy) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`SchedulingPolicyService::remove`].
    SchedulingPolicyRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`SchedulingPolicyService::update`].
    SchedulingPolicyUpdate -> document(SchedulingPolicy) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
