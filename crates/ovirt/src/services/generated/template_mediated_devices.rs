//! `TemplateMediatedDevicesService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::TemplateMediatedDeviceService;
use crate::stream::stream;
use crate::types::{Identifier, List, VmMediatedDevice};

service! {
    /// Template mediated devices, as a collection. Since 4.5.
    ///
    /// API path: `/templates/{template:id}/mediateddevices`
    TemplateMediatedDevicesService = "template_mediated_devices"
}

impl TemplateMediatedDevicesService {
    /// Adds a template mediated device. Since 4.5.
    ///
    /// `POST /templates/{template:id}/mediateddevices`
    #[inline]
    pub fn add(&self, device: impl Into<VmMediatedDevice>) -> TemplateMediatedDevicesAdd {
        TemplateMediatedDevicesAdd(
            self.0
                .add::<VmMediatedDevice>("template_mediated_devices.add", device.into()),
        )
    }

    /// Lists the template mediated devices. Since 4.5.
    ///
    /// `GET /templates/{template:id}/mediateddevices`
    #[inline]
    pub fn list(&self) -> TemplateMediatedDevicesList {
        TemplateMediatedDevicesList(self.0.get("template_mediated_devices.list"))
    }

    /// The device with this identifier. Since 4.5.
    #[inline]
    pub fn device_service(
        &self,
        id: impl Identifier<VmMediatedDevice>,
    ) -> TemplateMediatedDeviceService {
        TemplateMediatedDeviceService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TemplateMediatedDevicesService::add`].
    TemplateMediatedDevicesAdd -> document(VmMediatedDevice);
}

request! {
    /// Request of [`TemplateMediatedDevicesService::list`].
    TemplateMediatedDevicesList -> document(List<VmMediatedDevice>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent. Since 4.5.
        query(i64) max;
    }
}

stream!(TemplateMediatedDevicesList, VmMediatedDevice);
named!(TemplateMediatedDevicesService, VmMediatedDevice, "name");
