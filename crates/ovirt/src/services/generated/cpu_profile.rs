//! `CpuProfileService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::AssignedPermissionsService;
use crate::types::CpuProfile;
use crate::wait::wait;

service! {
    /// One CPU profile: a limit for the CPU that VMs take.
    ///
    /// API path: `/cpuprofiles/{profile:id}`
    CpuProfileService = "cpu_profile"
}

impl CpuProfileService {
    /// Reads the profile with its cluster and QoS.
    ///
    /// `GET /cpuprofiles/{profile:id}`
    #[inline]
    pub fn get(&self) -> CpuProfileGet {
        CpuProfileGet(self.0.get("cpu_profile.get"))
    }

    /// Removes the profile; 409 while VMs or templates use it.
    ///
    /// `DELETE /cpuprofiles/{profile:id}`
    #[inline]
    pub fn remove(&self) -> CpuProfileRemove {
        CpuProfileRemove(self.0.remove("cpu_profile.remove"))
    }

    /// Changes name, description or QoS; the cluster stays.
    ///
    /// `PUT /cpuprofiles/{profile:id}`
    #[inline]
    pub fn update(&self, profile: impl Into<CpuProfile>) -> CpuProfileUpdate {
        CpuProfileUpdate(
            self.0
                .update::<CpuProfile>("cpu_profile.update", profile.into()),
        )
    }

    /// Who may use the profile for VMs, and who may change it.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }
}

wait!(CpuProfileService, CpuProfile);

request! {
    /// Request of [`CpuProfileService::get`].
    CpuProfileGet -> document(CpuProfile) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`CpuProfileService::remove`].
    CpuProfileRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`CpuProfileService::update`].
    CpuProfileUpdate -> document(CpuProfile) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
