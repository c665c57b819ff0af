//! `AssignedVnicProfilesService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AssignedVnicProfileService;
use crate::stream::stream;
use crate::types::{Identifier, List, VnicProfile};

service! {
    /// The vNIC profiles of one network.
    ///
    /// API path: `/networks/{network:id}/vnicprofiles`
    AssignedVnicProfilesService = "assigned_vnic_profiles"
}

impl AssignedVnicProfilesService {
    /// Adds a profile to this network; the same as in the top collection, with the network given by
    /// the path.
    ///
    /// `POST /networks/{network:id}/vnicprofiles`
    ///
    /// Needs `profile.name`.
    #[inline]
    pub fn add(&self, profile: impl Into<VnicProfile>) -> AssignedVnicProfilesAdd {
        AssignedVnicProfilesAdd(
            self.0
                .add::<VnicProfile>("assigned_vnic_profiles.add", profile.into())
                .requires("profile.name"),
        )
    }

    /// All profiles of the network; a network for VMs normally has one of its own name from the
    /// start.
    ///
    /// `GET /networks/{network:id}/vnicprofiles`
    #[inline]
    pub fn list(&self) -> AssignedVnicProfilesList {
        AssignedVnicProfilesList(self.0.get("assigned_vnic_profiles.list"))
    }

    /// One profile, by its identifier.
    #[inline]
    pub fn profile_service(&self, id: impl Identifier<VnicProfile>) -> AssignedVnicProfileService {
        AssignedVnicProfileService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AssignedVnicProfilesService::add`].
    AssignedVnicProfilesAdd -> document(VnicProfile);
}

request! {
    /// Request of [`AssignedVnicProfilesService::list`].
    AssignedVnicProfilesList -> document(List<VnicProfile>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AssignedVnicProfilesList, VnicProfile);
named!(AssignedVnicProfilesService, VnicProfile, "name");
