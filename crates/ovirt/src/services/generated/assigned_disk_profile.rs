//! `AssignedDiskProfileService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::DiskProfile;
use crate::wait::wait;

service! {
    /// One disk profile of a storage domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/diskprofiles/{profile:id}`
    AssignedDiskProfileService = "assigned_disk_profile"
}

impl AssignedDiskProfileService {
    /// Reads the profile with its QoS.
    ///
    /// `GET /storagedomains/{storage_domain:id}/diskprofiles/{profile:id}`
    #[inline]
    pub fn get(&self) -> AssignedDiskProfileGet {
        AssignedDiskProfileGet(self.0.get("assigned_disk_profile.get"))
    }

    /// Removes the profile; 409 while disks use it.
    ///
    /// `DELETE /storagedomains/{storage_domain:id}/diskprofiles/{profile:id}`
    #[inline]
    pub fn remove(&self) -> AssignedDiskProfileRemove {
        AssignedDiskProfileRemove(self.0.remove("assigned_disk_profile.remove"))
    }
}

wait!(AssignedDiskProfileService, DiskProfile);

request! {
    /// Request of [`AssignedDiskProfileService::get`].
    AssignedDiskProfileGet -> document(DiskProfile) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AssignedDiskProfileService::remove`].
    AssignedDiskProfileRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
