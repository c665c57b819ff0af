//! `WeightService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Weight;
use crate::wait::wait;

service! {
    /// One weight module of a scheduling policy.
    ///
    /// API path: `/schedulingpolicies/{policy:id}/weights/{weight:id}`
    WeightService = "weight"
}

impl WeightService {
    /// Reads which weight unit the policy uses, and its factor.
    ///
    /// `GET /schedulingpolicies/{policy:id}/weights/{weight:id}`
    #[inline]
    pub fn get(&self) -> WeightGet {
        WeightGet(self.0.get("weight.get"))
    }

    /// Takes the weight out of the policy; 409 where the policy is locked.
    ///
    /// `DELETE /schedulingpolicies/{policy:id}/weights/{weight:id}`
    #[inline]
    pub fn remove(&self) -> WeightRemove {
        WeightRemove(self.0.remove("weight.remove"))
    }
}

wait!(WeightService, Weight);

request! {
    /// Request of [`WeightService::get`].
    WeightGet -> document(Weight) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`WeightService::remove`].
    WeightRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
