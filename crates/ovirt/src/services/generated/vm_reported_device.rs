//! `VmReportedDeviceService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ReportedDevice;
use crate::wait::wait;

service! {
    /// A VM reported device.
    ///
    /// API path: `/vms/{vm:id}/reporteddevices/{reported_device:id}`
    VmReportedDeviceService = "vm_reported_device"
}

impl VmReportedDeviceService {
    /// Reads the VM reported device.
    ///
    /// `GET /vms/{vm:id}/reporteddevices/{reported_device:id}`
    #[inline]
    pub fn get(&self) -> VmReportedDeviceGet {
        VmReportedDeviceGet(self.0.get("vm_reported_device.get"))
    }
}

wait!(VmReportedDeviceService, ReportedDevice);

request! {
    /// Request of [`VmReportedDeviceService::get`].
    VmReportedDeviceGet -> document(ReportedDevice) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
