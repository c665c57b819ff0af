//! `VmMediatedDevicesService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmMediatedDeviceService;
use crate::stream::stream;
use crate::types::{Identifier, List, VmMediatedDevice};

service! {
    /// VM mediated devices, as a collection. Since 4.5.
    ///
    /// API path: `/vms/{vm:id}/mediateddevices`
    VmMediatedDevicesService = "vm_mediated_devices"
}

impl VmMediatedDevicesService {
    /// Adds a VM mediated device. Since 4.5.
    ///
    /// `POST /vms/{vm:id}/mediateddevices`
    #[inline]
    pub fn add(&self, device: impl Into<VmMediatedDevice>) -> VmMediatedDevicesAdd {
        VmMediatedDevicesAdd(
            self.0
                .add::<VmMediatedDevice>("vm_mediated_devices.add", device.into()),
        )
    }

    /// Lists the VM mediated devices. Since 4.5.
    ///
    /// `GET /vms/{vm:id}/mediateddevices`
    #[inline]
    pub fn list(&self) -> VmMediatedDevicesList {
        VmMediatedDevicesList(self.0.get("vm_mediated_devices.list"))
    }

    /// The device with this identifier. Since 4.5.
    #[inline]
    pub fn device_service(&self, id: impl Identifier<VmMediatedDevice>) -> VmMediatedDeviceService {
        VmMediatedDeviceService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmMediatedDevicesService::add`].
    VmMediatedDevicesAdd -> document(VmMediatedDevice);
}

request! {
    /// Request of [`VmMediatedDevicesService::list`].
    VmMediatedDevicesList -> document(List<VmMediatedDevice>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent. Since 4.5.
        query(i64) max;
    }
}

stream!(VmMediatedDevicesList, VmMediatedDevice);
named!(VmMediatedDevicesService, VmMediatedDevice, "name");
