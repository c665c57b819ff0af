//! `DiskProfilesService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DiskProfileService;
use crate::stream::stream;
use crate::types::{DiskProfile, Identifier, List};

service! {
    /// The disk profiles of all storage domains.
    ///
    /// API path: `/diskprofiles`
    DiskProfilesService = "disk_profiles"
}

impl DiskProfilesService {
    /// Adds a disk profile to a storage domain.
    ///
    /// `POST /diskprofiles`
    ///
    /// Needs `profile.name`, `profile.storage_domain.id`.
    #[inline]
    pub fn add(&self, profile: impl Into<DiskProfile>) -> DiskProfilesAdd {
        DiskProfilesAdd(
            self.0
                .add::<DiskProfile>("disk_profiles.add", profile.into())
                .requires("profile.name, profile.storage_domain.id"),
        )
    }

    /// All disk profiles, of all storage domains.
    ///
    /// `GET /diskprofiles`
    #[inline]
    pub fn list(&self) -> DiskProfilesList {
        DiskProfilesList(self.0.get("disk_profiles.list"))
    }

    /// One disk profile, by its identifier.
    #[inline]
    pub fn disk_profile_service(&self, id: impl Identifier<DiskProfile>) -> DiskProfileService {
        DiskProfileService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DiskProfilesService::add`].
    DiskProfilesAdd -> document(DiskProfile);
}

request! {
    /// Request of [`DiskProfilesService::list`].
    DiskProfilesList -> document(List<DiskProfile>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(DiskProfilesList, DiskProfile);
named!(DiskProfilesService, DiskProfile, "name");
