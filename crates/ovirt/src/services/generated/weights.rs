//! `WeightsService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::WeightService;
use crate::stream::stream;
use crate::types::{Identifier, List, Weight};

service! {
    /// The weight modules of a scheduling policy, which rate hosts.
    ///
    /// API path: `/schedulingpolicies/{policy:id}/weights`
    WeightsService = "weights"
}

impl WeightsService {
    /// Puts a weight unit into the policy.
    ///
    /// `POST /schedulingpolicies/{policy:id}/weights`
    ///
    /// Needs `weight.scheduling_policy_unit.id`.
    #[inline]
    pub fn add(&self, weight: impl Into<Weight>) -> WeightsAdd {
        WeightsAdd(
            self.0
                .add::<Weight>("weights.add", weight.into())
                .requires("weight.scheduling_policy_unit.id"),
        )
    }

    /// All weights of the policy.
    ///
    /// `GET /schedulingpolicies/{policy:id}/weights`
    #[inline]
    pub fn list(&self) -> WeightsList {
        WeightsList(self.0.get("weights.list"))
    }

    /// One weight, by the identifier of its unit.
    #[inline]
    pub fn weight_service(&self, id: impl Identifier<Weight>) -> WeightService {
        WeightService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`WeightsService::add`].
    WeightsAdd -> document(Weight);
}

request! {
    /// Request of [`WeightsService::list`].
    WeightsList -> document(List<Weight>) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(WeightsList, Weight);
