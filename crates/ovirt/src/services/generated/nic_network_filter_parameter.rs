//! `NicNetworkFilterParameterService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::NetworkFilterParameter;
use crate::wait::wait;

service! {
    /// A network interface network filter parameter. Since 4.2.
    ///
    /// API path: `/vms/{vm:id}/nics/{nic:id}/networkfilterparameters/{parameter:id}`
    NicNetworkFilterParameterService = "nic_network_filter_parameter"
}

impl NicNetworkFilterParameterService {
    /// Reads the network interface network filter parameter. Since 4.2.
    ///
    /// `GET /vms/{vm:id}/nics/{nic:id}/networkfilterparameters/{parameter:id}`
    #[inline]
    pub fn get(&self) -> NicNetworkFilterParameterGet {
        NicNetworkFilterParameterGet(self.0.get("nic_network_filter_parameter.get"))
    }

    /// Removes the network interface network filter parameter. Since 4.2.
    ///
    /// `DELETE /vms/{vm:id}/nics/{nic:id}/networkfilterparameters/{parameter:id}`
    #[inline]
    pub fn remove(&self) -> NicNetworkFilterParameterRemove {
        NicNetworkFilterParameterRemove(self.0.remove("nic_network_filter_parameter.remove"))
    }

    /// Updates the network interface network filter parameter; unset members are left unchanged.
    /// Since 4.2.
    ///
    /// `PUT /vms/{vm:id}/nics/{nic:id}/networkfilterparameters/{parameter:id}`
    #[inline]
    pub fn update(
        &self,
        parameter: impl Into<NetworkFilterParameter>,
    ) -> NicNetworkFilterParameterUpdate {
        NicNetworkFilterParameterUpdate(self.0.update::<NetworkFilterParameter>(
            "nic_network_filter_parameter.update",
            parameter.into(),
        ))
    }
}

wait!(NicNetworkFilterParameterService, NetworkFilterParameter);

request! {
    /// Request of [`NicNetworkFilterParameterService::get`].
    NicNetworkFilterParameterGet -> document(NetworkFilterParameter) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`NicNetworkFilterParameterService::remove`].
    NicNetworkFilterParameterRemove -> nothing();
}

request! {
    /// Request of [`NicNetworkFilterParameterService::update`].
    NicNetworkFilterParameterUpdate -> document(NetworkFilterParameter);
}
