//! `NicNetworkFilterParametersService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::NicNetworkFilterParameterService;
use crate::stream::stream;
use crate::types::{Identifier, List, NetworkFilterParameter};

service! {
    /// Network interface network filter parameters, as a collection. Since 4.2.
    ///
    /// API path: `/vms/{vm:id}/nics/{nic:id}/networkfilterparameters`
    NicNetworkFilterParametersService = "nic_network_filter_parameters"
}

impl NicNetworkFilterParametersService {
    /// Adds a network interface network filter parameter. Since 4.2.
    ///
    /// `POST /vms/{vm:id}/nics/{nic:id}/networkfilterparameters`
    #[inline]
    pub fn add(
        &self,
        parameter: impl Into<NetworkFilterParameter>,
    ) -> NicNetworkFilterParametersAdd {
        NicNetworkFilterParametersAdd(
            self.0.add::<NetworkFilterParameter>(
                "nic_network_filter_parameters.add",
                parameter.into(),
            ),
        )
    }

    /// Lists the network interface network filter parameters. Since 4.2.
    ///
    /// `GET /vms/{vm:id}/nics/{nic:id}/networkfilterparameters`
    #[inline]
    pub fn list(&self) -> NicNetworkFilterParametersList {
        NicNetworkFilterParametersList(self.0.get("nic_network_filter_parameters.list"))
    }

    /// The parameter with this identifier. Since 4.2.
    #[inline]
    pub fn parameter_service(
        &self,
        id: impl Identifier<NetworkFilterParameter>,
    ) -> NicNetworkFilterParameterService {
        NicNetworkFilterParameterService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`NicNetworkFilterParametersService::add`].
    NicNetworkFilterParametersAdd -> document(NetworkFilterParameter);
}

request! {
    /// Request of [`NicNetworkFilterParametersService::list`].
    NicNetworkFilterParametersList -> document(List<NetworkFilterParameter>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(NicNetworkFilterParametersList, NetworkFilterParameter);
