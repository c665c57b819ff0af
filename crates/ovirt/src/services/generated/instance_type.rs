//! `InstanceTypeService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    InstanceTypeGraphicsConsolesService, InstanceTypeNicsService, InstanceTypeWatchdogsService,
};
use crate::types::{InstanceType, TemplateStatus};
use crate::wait::wait;

service! {
    /// An instance type.
    ///
    /// API path: `/instancetypes/{instance_type:id}`
    InstanceTypeService = "instance_type"
}

impl InstanceTypeService {
    /// Reads the instance type.
    ///
    /// `GET /instancetypes/{instance_type:id}`
    #[inline]
    pub fn get(&self) -> InstanceTypeGet {
        InstanceTypeGet(self.0.get("instance_type.get"))
    }

    /// Removes the instance type.
    ///
    /// `DELETE /instancetypes/{instance_type:id}`
    #[inline]
    pub fn remove(&self) -> InstanceTypeRemove {
        InstanceTypeRemove(self.0.remove("instance_type.remove"))
    }

    /// Updates the instance type; unset members are left unchanged.
    ///
    /// `PUT /instancetypes/{instance_type:id}`
    #[inline]
    pub fn update(&self, instance_type: impl Into<InstanceType>) -> InstanceTypeUpdate {
        InstanceTypeUpdate(
            self.0
                .update::<InstanceType>("instance_type.update", instance_type.into()),
        )
    }

    /// The graphics consoles.
    #[inline]
    pub fn graphics_consoles_service(&self) -> InstanceTypeGraphicsConsolesService {
        InstanceTypeGraphicsConsolesService(self.0.segment("graphicsconsoles"))
    }

    /// The network interfaces.
    #[inline]
    pub fn nics_service(&self) -> InstanceTypeNicsService {
        InstanceTypeNicsService(self.0.segment("nics"))
    }

    /// The watchdogs.
    #[inline]
    pub fn watchdogs_service(&self) -> InstanceTypeWatchdogsService {
        InstanceTypeWatchdogsService(self.0.segment("watchdogs"))
    }
}

wait!(InstanceTypeService, InstanceType, TemplateStatus);

request! {
    /// Request of [`InstanceTypeService::get`].
    InstanceTypeGet -> document(InstanceType) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`InstanceTypeService::remove`].
    InstanceTypeRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`InstanceTypeService::update`].
    InstanceTypeUpdate -> document(InstanceType) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
