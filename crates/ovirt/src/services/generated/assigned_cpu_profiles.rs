//! `AssignedCpuProfilesService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AssignedCpuProfileService;
use crate::stream::stream;
use crate::types::{CpuProfile, Identifier, List};

service! {
    /// The CPU profiles of one cluster.
    ///
    /// API path: `/clusters/{cluster:id}/cpuprofiles`
    AssignedCpuProfilesService = "assigned_cpu_profiles"
}

impl AssignedCpuProfilesService {
    /// Adds a CPU profile to this cluster.
    ///
    /// `POST /clusters/{cluster:id}/cpuprofiles`
    ///
    /// Needs `profile.name`.
    #[inline]
    pub fn add(&self, profile: impl Into<CpuProfile>) -> AssignedCpuProfilesAdd {
        AssignedCpuProfilesAdd(
            self.0
                .add::<CpuProfile>("assigned_cpu_profiles.add", profile.into())
                .requires("profile.name"),
        )
    }

    /// All CPU profiles of the cluster; the engine creates one with the cluster.
    ///
    /// `GET /clusters/{cluster:id}/cpuprofiles`
    #[inline]
    pub fn list(&self) -> AssignedCpuProfilesList {
        AssignedCpuProfilesList(self.0.get("assigned_cpu_profiles.list"))
    }

    /// One CPU profile, by its identifier.
    #[inline]
    pub fn profile_service(&self, id: impl Identifier<CpuProfile>) -> AssignedCpuProfileService {
        AssignedCpuProfileService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AssignedCpuProfilesService::add`].
    AssignedCpuProfilesAdd -> document(CpuProfile);
}

request! {
    /// Request of [`AssignedCpuProfilesService::list`].
    AssignedCpuProfilesList -> document(List<CpuProfile>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AssignedCpuProfilesList, CpuProfile);
named!(AssignedCpuProfilesService, CpuProfile, "name");
