//! `HostDevicesService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::HostDeviceService;
use crate::stream::stream;
use crate::types::{HostDevice, Identifier, List};

service! {
    /// The devices of a host, as a tree by their members `parent_device`.
    ///
    /// API path: `/hosts/{host:id}/devices`
    HostDevicesService = "host_devices"
}

impl HostDevicesService {
    /// All devices of the host as of its last refresh; `refresh` of the host reads them anew.
    ///
    /// `GET /hosts/{host:id}/devices`
    #[inline]
    pub fn list(&self) -> HostDevicesList {
        HostDevicesList(self.0.get("host_devices.list"))
    }

    /// One device, by its identifier: the name in hexadecimal form.
    #[inline]
    pub fn device_service(&self, id: impl Identifier<HostDevice>) -> HostDeviceService {
        HostDeviceService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`HostDevicesService::list`].
    HostDevicesList -> document(List<HostDevice>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(HostDevicesList, HostDevice);
named!(HostDevicesService, HostDevice, "name");
