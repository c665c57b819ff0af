//! `HostDeviceService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::HostDevice;
use crate::wait::wait;

service! {
    /// One device of a host, such as a PCI card or a USB device.
    ///
    /// API path: `/hosts/{host:id}/devices/{device:id}`
    HostDeviceService = "host_device"
}

impl HostDeviceService {
    /// Reads the device: its capability, vendor, product, parent and whether a VM has it.
    ///
    /// `GET /hosts/{host:id}/devices/{device:id}`
    #[inline]
    pub fn get(&self) -> HostDeviceGet {
        HostDeviceGet(self.0.get("host_device.get"))
    }
}

wait!(HostDeviceService, HostDevice);

request! {
    /// Request of [`HostDeviceService::get`].
    HostDeviceGet -> document(HostDevice) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
