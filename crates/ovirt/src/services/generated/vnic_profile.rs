//! `VnicProfileService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::AssignedPermissionsService;
use crate::types::VnicProfile;
use crate::wait::wait;

service! {
    /// One vNIC profile: what NICs of VMs are connected through.
    ///
    /// API path: `/vnicprofiles/{profile:id}`
    VnicProfileService = "vnic_profile"
}

impl VnicProfileService {
    /// Reads the profile: its network, filter, QoS, passthrough and custom properties.
    ///
    /// `GET /vnicprofiles/{profile:id}`
    #[inline]
    pub fn get(&self) -> VnicProfileGet {
        VnicProfileGet(self.0.get("vnic_profile.get"))
    }

    /// Removes the profile; 409 while NICs of VMs or templates use it.
    ///
    /// `DELETE /vnicprofiles/{profile:id}`
    #[inline]
    pub fn remove(&self) -> VnicProfileRemove {
        VnicProfileRemove(self.0.remove("vnic_profile.remove"))
    }

    /// Updates the profile; its network stays. Some changes reach running VMs only when their NIC
    /// is plugged again or they restart.
    ///
    /// `PUT /vnicprofiles/{profile:id}`
    #[inline]
    pub fn update(&self, profile: impl Into<VnicProfile>) -> VnicProfileUpdate {
        VnicProfileUpdate(
            self.0
                .update::<VnicProfile>("vnic_profile.update", profile.into()),
        )
    }

    /// Who may use the profile for NICs, and who may change it.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }
}

wait!(VnicProfileService, VnicProfile);

request! {
    /// Request of [`VnicProfileService::get`].
    VnicProfileGet -> document(VnicProfile) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VnicProfileService::remove`].
    VnicProfileRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`VnicProfileService::update`].
    VnicProfileUpdate -> document(VnicProfile) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
