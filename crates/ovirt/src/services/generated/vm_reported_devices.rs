//! `VmReportedDevicesService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmReportedDeviceService;
use crate::stream::stream;
use crate::types::{Identifier, List, ReportedDevice};

service! {
    /// VM reported devices, as a collection.
    ///
    /// API path: `/vms/{vm:id}/reporteddevices`
    VmReportedDevicesService = "vm_reported_devices"
}

impl VmReportedDevicesService {
    /// Lists the VM reported devices.
    ///
    /// `GET /vms/{vm:id}/reporteddevices`
    #[inline]
    pub fn list(&self) -> VmReportedDevicesList {
        VmReportedDevicesList(self.0.get("vm_reported_devices.list"))
    }

    /// The reported device with this identifier.
    #[inline]
    pub fn reported_device_service(
        &self,
        id: impl Identifier<ReportedDevice>,
    ) -> VmReportedDeviceService {
        VmReportedDeviceService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmReportedDevicesService::list`].
    VmReportedDevicesList -> document(List<ReportedDevice>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmReportedDevicesList, ReportedDevice);
named!(VmReportedDevicesService, ReportedDevice, "name");
