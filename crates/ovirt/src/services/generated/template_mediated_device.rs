//! `TemplateMediatedDeviceService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::VmMediatedDevice;
use crate::wait::wait;

service! {
    /// A template mediated device.
    ///
    /// API path: `/templates/{template:id}/mediateddevices/{device:id}`
    TemplateMediatedDeviceService = "template_mediated_device"
}

impl TemplateMediatedDeviceService {
    /// Reads the template mediated device. Since 4.5.
    ///
    /// `GET /templates/{template:id}/mediateddevices/{device:id}`
    #[inline]
    pub fn get(&self) -> TemplateMediatedDeviceGet {
        TemplateMediatedDeviceGet(self.0.get("template_mediated_device.get"))
    }

    /// Removes the template mediated device. Since 4.5.
    ///
    /// `DELETE /templates/{template:id}/mediateddevices/{device:id}`
    #[inline]
    pub fn remove(&self) -> TemplateMediatedDeviceRemove {
        TemplateMediatedDeviceRemove(self.0.remove("template_mediated_device.remove"))
    }

    /// Updates the template mediated device; unset members are left unchanged. Since 4.5.
    ///
    /// `PUT /templates/{template:id}/mediateddevices/{device:id}`
    #[inline]
    pub fn update(&self, devices: impl Into<VmMediatedDevice>) -> TemplateMediatedDeviceUpdate {
        TemplateMediatedDeviceUpdate(
            self.0
                .update::<VmMediatedDevice>("template_mediated_device.update", devices.into()),
        )
    }
}

wait!(TemplateMediatedDeviceService, VmMediatedDevice);

request! {
    /// Request of [`TemplateMediatedDeviceService::get`].
    TemplateMediatedDeviceGet -> document(VmMediatedDevice) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`TemplateMediatedDeviceService::remove`].
    TemplateMediatedDeviceRemove -> nothing() {
        /// Do not wait for the operation to end. Since 4.5.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`TemplateMediatedDeviceService::update`].
    TemplateMediatedDeviceUpdate -> document(VmMediatedDevice) {
        /// Do not wait for the operation to end. Since 4.5.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
