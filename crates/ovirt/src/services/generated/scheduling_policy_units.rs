//! `SchedulingPolicyUnitsService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::SchedulingPolicyUnitService;
use crate::stream::stream;
use crate::types::{Identifier, List, SchedulingPolicyUnit};

service! {
    /// The modules that policies can be made of: filters, weights and load balancing.
    ///
    /// API path: `/schedulingpolicyunits`
    SchedulingPolicyUnitsService = "scheduling_policy_units"
}

impl SchedulingPolicyUnitsService {
    /// All units: those of the engine, and those of an external scheduler.
    ///
    /// `GET /schedulingpolicyunits`
    #[inline]
    pub fn list(&self) -> SchedulingPolicyUnitsList {
        SchedulingPolicyUnitsList(self.0.get("scheduling_policy_units.list"))
    }

    /// One unit, by its identifier.
    #[inline]
    pub fn unit_service(
        &self,
        id: impl Identifier<SchedulingPolicyUnit>,
    ) -> SchedulingPolicyUnitService {
        SchedulingPolicyUnitService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`SchedulingPolicyUnitsService::list`].
    SchedulingPolicyUnitsList -> document(List<SchedulingPolicyUnit>) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(SchedulingPolicyUnitsList, SchedulingPolicyUnit);
named!(SchedulingPolicyUnitsService, SchedulingPolicyUnit, "name");
