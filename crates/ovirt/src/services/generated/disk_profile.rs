//! `DiskProfileService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::AssignedPermissionsService;
use crate::types::DiskProfile;
use crate::wait::wait;

service! {
    /// One disk profile: a limit for the storage operations of disks.
    ///
    /// API path: `/diskprofiles/{disk_profile:id}`
    DiskProfileService = "disk_profile"
}

impl DiskProfileService {
    /// Reads the profile with its storage domain and QoS.
    ///
    /// `GET /diskprofiles/{disk_profile:id}`
    #[inline]
    pub fn get(&self) -> DiskProfileGet {
        DiskProfileGet(self.0.get("disk_profile.get"))
    }

    /// Removes the profile; 409 while disks use it.
    ///
    /// `DELETE /diskprofiles/{disk_profile:id}`
    #[inline]
    pub fn remove(&self) -> DiskProfileRemove {
        DiskProfileRemove(self.0.remove("disk_profile.remove"))
    }

    /// Changes name, description or QoS; the storage domain stays.
    ///
    /// `PUT /diskprofiles/{disk_profile:id}`
    #[inline]
    pub fn update(&self, profile: impl Into<DiskProfile>) -> DiskProfileUpdate {
        DiskProfileUpdate(
            self.0
                .update::<DiskProfile>("disk_profile.update", profile.into()),
        )
    }

    /// Who may use the profile for disks, and who may change it.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }
}

wait!(DiskProfileService, DiskProfile);

request! {
    /// Request of [`DiskProfileService::get`].
    DiskProfileGet -> document(DiskProfile) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`DiskProfileService::remove`].
    DiskProfileRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`DiskProfileService::update`].
    DiskProfileUpdate -> document(DiskProfile) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
