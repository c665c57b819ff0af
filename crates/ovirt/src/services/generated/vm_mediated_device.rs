//! `VmMediatedDeviceService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::VmMediatedDevice;
use crate::wait::wait;

service! {
    /// A VM mediated device.
    ///
    /// API path: `/vms/{vm:id}/mediateddevices/{device:id}`
    VmMediatedDeviceService = "vm_mediated_device"
}

impl VmMediatedDeviceService {
    /// Reads the VM mediated device. Since 4.5.
    ///
    /// `GET /vms/{vm:id}/mediateddevices/{device:id}`
    #[inline]
    pub fn get(&self) -> VmMediatedDeviceGet {
        VmMediatedDeviceGet(self.0.get("vm_mediated_device.get"))
    }

    /// Removes the VM mediated device. Since 4.5.
    ///
    /// `DELETE /vms/{vm:id}/mediateddevices/{device:id}`
    #[inline]
    pub fn remove(&self) -> VmMediatedDeviceRemove {
        VmMediatedDeviceRemove(self.0.remove("vm_mediated_device.remove"))
    }

    /// Updates the VM mediated device; unset members are left unchanged. Since 4.5.
    ///
    /// `PUT /vms/{vm:id}/mediateddevices/{device:id}`
    #[inline]
    pub fn update(&self, device: impl Into<VmMediatedDevice>) -> VmMediatedDeviceUpdate {
        VmMediatedDeviceUpdate(
            self.0
                .update::<VmMediatedDevice>("vm_mediated_device.update", device.into()),
        )
    }
}

wait!(VmMediatedDeviceService, VmMediatedDevice);

request! {
    /// Request of [`VmMediatedDeviceService::get`].
    VmMediatedDeviceGet -> document(VmMediatedDevice) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmMediatedDeviceService::remove`].
    VmMediatedDeviceRemove -> nothing() {
        /// Do not wait for the operation to end. Since 4.5.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`VmMediatedDeviceService::update`].
    VmMediatedDeviceUpdate -> document(VmMediatedDevice) {
        /// Do not wait for the operation to end. Since 4.5.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
