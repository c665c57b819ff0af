//! `InstanceTypeNicService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Nic;
use crate::wait::wait;

service! {
    /// An instance type network interface.
    ///
    /// API path: `/instancetypes/{instance_type:id}/nics/{nic:id}`
    InstanceTypeNicService = "instance_type_nic"
}

impl InstanceTypeNicService {
    /// Reads the instance type network interface.
    ///
    /// `GET /instancetypes/{instance_type:id}/nics/{nic:id}`
    #[inline]
    pub fn get(&self) -> InstanceTypeNicGet {
        InstanceTypeNicGet(self.0.get("instance_type_nic.get"))
    }

    /// Removes the instance type network interface.
    ///
    /// `DELETE /instancetypes/{instance_type:id}/nics/{nic:id}`
    #[inline]
    pub fn remove(&self) -> InstanceTypeNicRemove {
        InstanceTypeNicRemove(self.0.remove("instance_type_nic.remove"))
    }

    /// Updates the instance type network interface; unset members are left unchanged.
    ///
    /// `PUT /instancetypes/{instance_type:id}/nics/{nic:id}`
    #[inline]
    pub fn update(&self, nic: impl Into<Nic>) -> InstanceTypeNicUpdate {
        InstanceTypeNicUpdate(self.0.update::<Nic>("instance_type_nic.update", nic.into()))
    }
}

wait!(InstanceTypeNicService, Nic);

request! {
    /// Request of [`InstanceTypeNicService::get`].
    InstanceTypeNicGet -> document(Nic) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`InstanceTypeNicService::remove`].
    InstanceTypeNicRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`InstanceTypeNicService::update`].
    InstanceTypeNicUpdate -> document(Nic) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
