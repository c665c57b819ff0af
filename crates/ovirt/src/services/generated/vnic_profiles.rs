//! `VnicProfilesService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VnicProfileService;
use crate::stream::stream;
use crate::types::{Identifier, List, VnicProfile};

service! {
    /// The vNIC profiles of all networks.
    ///
    /// API path: `/vnicprofiles`
    VnicProfilesService = "vnic_profiles"
}

impl VnicProfilesService {
    /// Adds a profile to a network, to connect NICs through.
    ///
    /// `POST /vnicprofiles`
    ///
    /// Needs `profile.name`, `profile.network.id`.
    #[inline]
    pub fn add(&self, profile: impl Into<VnicProfile>) -> VnicProfilesAdd {
        VnicProfilesAdd(
            self.0
                .add::<VnicProfile>("vnic_profiles.add", profile.into())
                .requires("profile.name, profile.network.id"),
        )
    }

    /// All profiles, of all networks; names repeat, as they are unique within one network only.
    ///
    /// `GET /vnicprofiles`
    #[inline]
    pub fn list(&self) -> VnicProfilesList {
        VnicProfilesList(self.0.get("vnic_profiles.list"))
    }

    /// One profile, by its identifier.
    #[inline]
    pub fn profile_service(&self, id: impl Identifier<VnicProfile>) -> VnicProfileService {
        VnicProfileService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VnicProfilesService::add`].
    VnicProfilesAdd -> document(VnicProfile);
}

request! {
    /// Request of [`VnicProfilesService::list`].
    VnicProfilesList -> document(List<VnicProfile>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VnicProfilesList, VnicProfile);
named!(VnicProfilesService, VnicProfile, "name" = "name");
