//! `AssignedDiskProfilesService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AssignedDiskProfileService;
use crate::stream::stream;
use crate::types::{DiskProfile, Identifier, List};

service! {
    /// The disk profiles of one storage domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/diskprofiles`
    AssignedDiskProfilesService = "assigned_disk_profiles"
}

impl AssignedDiskProfilesService {
    /// Adds a disk profile to this storage domain.
    ///
    /// `POST /storagedomains/{storage_domain:id}/diskprofiles`
    ///
    /// Needs `profile.name`.
    #[inline]
    pub fn add(&self, profile: impl Into<DiskProfile>) -> AssignedDiskProfilesAdd {
        AssignedDiskProfilesAdd(
            self.0
                .add::<DiskProfile>("assigned_disk_profiles.add", profile.into())
                .requires("profile.name"),
        )
    }

    /// All disk profiles of the domain; a data domain has one from the start.
    ///
    /// `GET /storagedomains/{storage_domain:id}/diskprofiles`
    #[inline]
    pub fn list(&self) -> AssignedDiskProfilesList {
        AssignedDiskProfilesList(self.0.get("assigned_disk_profiles.list"))
    }

    /// One disk profile, by its identifier.
    #[inline]
    pub fn profile_service(&self, id: impl Identifier<DiskProfile>) -> AssignedDiskProfileService {
        AssignedDiskProfileService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AssignedDiskProfilesService::add`].
    AssignedDiskProfilesAdd -> document(DiskProfile);
}

request! {
    /// Request of [`AssignedDiskProfilesService::list`].
    AssignedDiskProfilesList -> document(List<DiskProfile>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AssignedDiskProfilesList, DiskProfile);
named!(AssignedDiskProfilesService, DiskProfile, "name");
