//! `AssignedCpuProfileService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::CpuProfile;
use crate::wait::wait;

service! {
    /// One CPU profile of a cluster.
    ///
    /// API path: `/clusters/{cluster:id}/cpuprofiles/{profile:id}`
    AssignedCpuProfileService = "assigned_cpu_profile"
}

impl AssignedCpuProfileService {
    /// Reads the profile with its QoS.
    ///
    /// `GET /clusters/{cluster:id}/cpuprofiles/{profile:id}`
    #[inline]
    pub fn get(&self) -> AssignedCpuProfileGet {
        AssignedCpuProfileGet(self.0.get("assigned_cpu_profile.get"))
    }

    /// Removes the profile; 409 while VMs or templates use it.
    ///
    /// `DELETE /clusters/{cluster:id}/cpuprofiles/{profile:id}`
    #[inline]
    pub fn remove(&self) -> AssignedCpuProfileRemove {
        AssignedCpuProfileRemove(self.0.remove("assigned_cpu_profile.remove"))
    }
}

wait!(AssignedCpuProfileService, CpuProfile);

request! {
    /// Request of [`AssignedCpuProfileService::get`].
    AssignedCpuProfileGet -> document(CpuProfile) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AssignedCpuProfileService::remove`].
    AssignedCpuProfileRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
