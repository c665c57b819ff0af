//! `AssignedVnicProfileService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::AssignedPermissionsService;
use crate::types::VnicProfile;
use crate::wait::wait;

service! {
    /// One vNIC profile of a network.
    ///
    /// API path: `/networks/{network:id}/vnicprofiles/{profile:id}`
    AssignedVnicProfileService = "assigned_vnic_profile"
}

impl AssignedVnicProfileService {
    /// Reads the profile: its network, filter, QoS, passthrough and custom properties.
    ///
    /// `GET /networks/{network:id}/vnicprofiles/{profile:id}`
    #[inline]
    pub fn get(&self) -> AssignedVnicProfileGet {
        AssignedVnicProfileGet(self.0.get("assigned_vnic_profile.get"))
    }

    /// Removes the profile; 409 while NICs of VMs or templates use it.
    ///
    /// `DELETE /networks/{network:id}/vnicprofiles/{profile:id}`
    #[inline]
    pub fn remove(&self) -> AssignedVnicProfileRemove {
        AssignedVnicProfileRemove(self.0.remove("assigned_vnic_profile.remove"))
    }

    /// Who may use the profile for NICs, and who may change it.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }
}

wait!(AssignedVnicProfileService, VnicProfile);

request! {
    /// Request of [`AssignedVnicProfileService::get`].
    AssignedVnicProfileGet -> document(VnicProfile) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AssignedVnicProfileService::remove`].
    AssignedVnicProfileRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
