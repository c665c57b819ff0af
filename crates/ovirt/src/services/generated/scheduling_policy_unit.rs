//! `SchedulingPolicyUnitService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::SchedulingPolicyUnit;
use crate::wait::wait;

service! {
    /// One module that policies can be made of.
    ///
    /// API path: `/schedulingpolicyunits/{unit:id}`
    SchedulingPolicyUnitService = "scheduling_policy_unit"
}

impl SchedulingPolicyUnitService {
    /// Reads the unit: type, whether it is `internal` and `enabled`, its properties.
    ///
    /// `GET /schedulingpolicyunits/{unit:id}`
    #[inline]
    pub fn get(&self) -> SchedulingPolicyUnitGet {
        SchedulingPolicyUnitGet(self.0.get("scheduling_policy_unit.get"))
    }

    /// Removes an external unit that is not used; those of the engine cannot be removed.
    ///
    /// `DELETE /schedulingpolicyunits/{unit:id}`
    #[inline]
    pub fn remove(&self) -> SchedulingPolicyUnitRemove {
        SchedulingPolicyUnitRemove(self.0.remove("scheduling_policy_unit.remove"))
    }
}

wait!(SchedulingPolicyUnitService, SchedulingPolicyUnit);

request! {
    /// Request of [`SchedulingPolicyUnitService::get`].
    SchedulingPolicyUnitGet -> document(SchedulingPolicyUnit) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`SchedulingPolicyUnitService::remove`].
    SchedulingPolicyUnitRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
