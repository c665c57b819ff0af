//! `VmHostDevicesService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmHostDeviceService;
use crate::stream::stream;
use crate::types::{HostDevice, Identifier, Link, List};

service! {
    /// VM host devices, as a collection.
    ///
    /// API path: `/vms/{vm:id}/hostdevices`
    VmHostDevicesService = "vm_host_devices"
}

impl VmHostDevicesService {
    /// Adds a VM host device.
    ///
    /// `POST /vms/{vm:id}/hostdevices`
    ///
    /// Needs `device.id` or `device.name`.
    #[inline]
    pub fn add(&self, device: impl Into<Link<HostDevice>>) -> VmHostDevicesAdd {
        VmHostDevicesAdd(
            self.0
                .add_reference::<HostDevice>("vm_host_devices.add", device.into())
                .requires("device.id|device.name"),
        )
    }

    /// Lists the VM host devices.
    ///
    /// `GET /vms/{vm:id}/hostdevices`
    #[inline]
    pub fn list(&self) -> VmHostDevicesList {
        VmHostDevicesList(self.0.get("vm_host_devices.list"))
    }

    /// The device with this identifier.
    #[inline]
    pub fn device_service(&self, id: impl Identifier<HostDevice>) -> VmHostDeviceService {
        VmHostDeviceService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmHostDevicesService::add`].
    VmHostDevicesAdd -> document(HostDevice);
}

request! {
    /// Request of [`VmHostDevicesService::list`].
    VmHostDevicesList -> document(List<HostDevice>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmHostDevicesList, HostDevice);
named!(VmHostDevicesService, HostDevice, "name");
