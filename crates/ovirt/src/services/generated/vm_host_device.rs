//! `VmHostDeviceService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::HostDevice;
use crate::wait::wait;

service! {
    /// A VM host device.
    ///
    /// API path: `/vms/{vm:id}/hostdevices/{device:id}`
    VmHostDeviceService = "vm_host_device"
}

impl VmHostDeviceService {
    /// Reads the VM host device.
    ///
    /// `GET /vms/{vm:id}/hostdevices/{device:id}`
    #[inline]
    pub fn get(&self) -> VmHostDeviceGet {
        VmHostDeviceGet(self.0.get("vm_host_device.get"))
    }

    /// Removes the VM host device.
    ///
    /// `DELETE /vms/{vm:id}/hostdevices/{device:id}`
    #[inline]
    pub fn remove(&self) -> VmHostDeviceRemove {
        VmHostDeviceRemove(self.0.remove("vm_host_device.remove"))
    }
}

wait!(VmHostDeviceService, HostDevice);

request! {
    /// Request of [`VmHostDeviceService::get`].
    VmHostDeviceGet -> document(HostDevice) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmHostDeviceService::remove`].
    VmHostDeviceRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
