//! `CpuProfilesService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::CpuProfileService;
use crate::stream::stream;
use crate::types::{CpuProfile, Identifier, List};

service! {
    /// The CPU profiles of all clusters.
    ///
    /// API path: `/cpuprofiles`
    CpuProfilesService = "cpu_profiles"
}

impl CpuProfilesService {
    /// Adds a CPU profile to a cluster.
    ///
    /// `POST /cpuprofiles`
    ///
    /// Needs `profile.cluster.id`, `profile.name`.
    #[inline]
    pub fn add(&self, profile: impl Into<CpuProfile>) -> CpuProfilesAdd {
        CpuProfilesAdd(
            self.0
                .add::<CpuProfile>("cpu_profiles.add", profile.into())
                .requires("profile.cluster.id, profile.name"),
        )
    }

    /// All CPU profiles, of all clusters.
    ///
    /// `GET /cpuprofiles`
    #[inline]
    pub fn list(&self) -> CpuProfilesList {
        CpuProfilesList(self.0.get("cpu_profiles.list"))
    }

    /// One CPU profile, by its identifier.
    #[inline]
    pub fn profile_service(&self, id: impl Identifier<CpuProfile>) -> CpuProfileService {
        CpuProfileService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`CpuProfilesService::add`].
    CpuProfilesAdd -> document(CpuProfile);
}

request! {
    /// Request of [`CpuProfilesService::list`].
    CpuProfilesList -> document(List<CpuProfile>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(CpuProfilesList, CpuProfile);
named!(CpuProfilesService, CpuProfile, "name");
