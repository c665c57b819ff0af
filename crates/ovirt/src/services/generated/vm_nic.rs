//! `VmNicService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    NicNetworkFilterParametersService, StatisticsService, VmReportedDevicesService,
};
use crate::types::Nic;
use crate::wait::wait;

service! {
    /// A network interface of a VM.
    ///
    /// API path: `/vms/{vm:id}/nics/{nic:id}`
    VmNicService = "vm_nic"
}

impl VmNicService {
    /// Plugs the interface in.
    ///
    /// `POST /vms/{vm:id}/nics/{nic:id}/activate`
    #[inline]
    pub fn activate(&self) -> VmNicActivate {
        VmNicActivate(self.0.action("vm_nic.activate", "activate"))
    }

    /// Unplugs the interface.
    ///
    /// `POST /vms/{vm:id}/nics/{nic:id}/deactivate`
    #[inline]
    pub fn deactivate(&self) -> VmNicDeactivate {
        VmNicDeactivate(self.0.action("vm_nic.deactivate", "deactivate"))
    }

    /// Reads the VM network interface.
    ///
    /// `GET /vms/{vm:id}/nics/{nic:id}`
    #[inline]
    pub fn get(&self) -> VmNicGet {
        VmNicGet(self.0.get("vm_nic.get"))
    }

    /// Removes the VM network interface.
    ///
    /// `DELETE /vms/{vm:id}/nics/{nic:id}`
    #[inline]
    pub fn remove(&self) -> VmNicRemove {
        VmNicRemove(self.0.remove("vm_nic.remove"))
    }

    /// Updates the VM network interface; unset members are left unchanged.
    ///
    /// `PUT /vms/{vm:id}/nics/{nic:id}`
    #[inline]
    pub fn update(&self, nic: impl Into<Nic>) -> VmNicUpdate {
        VmNicUpdate(self.0.update::<Nic>("vm_nic.update", nic.into()))
    }

    /// The network filter parameters. Since 4.2.
    #[inline]
    pub fn network_filter_parameters_service(&self) -> NicNetworkFilterParametersService {
        NicNetworkFilterParametersService(self.0.segment("networkfilterparameters"))
    }

    /// The reported devices.
    #[inline]
    pub fn reported_devices_service(&self) -> VmReportedDevicesService {
        VmReportedDevicesService(self.0.segment("reporteddevices"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }
}

wait!(VmNicService, Nic);

request! {
    /// Request of [`VmNicService::activate`].
    VmNicActivate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmNicService::deactivate`].
    VmNicDeactivate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmNicService::get`].
    VmNicGet -> document(Nic) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmNicService::remove`].
    VmNicRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`VmNicService::update`].
    VmNicUpdate -> document(Nic) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
