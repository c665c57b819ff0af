//! `HostNicService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    LinkLayerDiscoveryProtocolService, NetworkAttachmentsService, NetworkLabelsService,
    StatisticsService, VirtualFunctionAllowedNetworksService,
};
use crate::types::{HostNic, HostNicVirtualFunctionsConfiguration, NicStatus};
use crate::wait::wait;

service! {
    /// One network interface of a host: physical, bond or VLAN.
    ///
    /// API path: `/hosts/{host:id}/nics/{nic:id}`
    HostNicService = "host_nic"
}

impl HostNicService {
    /// Reads the NIC: MAC, addresses, bonding, speed, and whether its networks are in sync.
    ///
    /// `GET /hosts/{host:id}/nics/{nic:id}`
    #[inline]
    pub fn get(&self) -> HostNicGet {
        HostNicGet(self.0.get("host_nic.get"))
    }

    /// Sets how many virtual functions (SR-IOV) the NIC has, and which networks may use them; the
    /// NIC must be a physical function.
    ///
    /// `POST /hosts/{host:id}/nics/{nic:id}/updatevirtualfunctionsconfiguration`
    #[inline]
    pub fn update_virtual_functions_configuration(
        &self,
    ) -> HostNicUpdateVirtualFunctionsConfiguration {
        HostNicUpdateVirtualFunctionsConfiguration(self.0.action(
            "host_nic.update_virtual_functions_configuration",
            "updatevirtualfunctionsconfiguration",
        ))
    }

    /// What the neighboring switch says of itself by LLDP. Since 4.1.6.
    #[inline]
    pub fn link_layer_discovery_protocol_elements_service(
        &self,
    ) -> LinkLayerDiscoveryProtocolService {
        LinkLayerDiscoveryProtocolService(self.0.segment("linklayerdiscoveryprotocolelements"))
    }

    /// Networks that are attached to this NIC.
    #[inline]
    pub fn network_attachments_service(&self) -> NetworkAttachmentsService {
        NetworkAttachmentsService(self.0.segment("networkattachments"))
    }

    /// Labels of the NIC, which bring the networks that carry them.
    #[inline]
    pub fn network_labels_service(&self) -> NetworkLabelsService {
        NetworkLabelsService(self.0.segment("networklabels"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }

    /// Labels whose networks may use the NIC's virtual functions.
    #[inline]
    pub fn virtual_function_allowed_labels_service(&self) -> NetworkLabelsService {
        NetworkLabelsService(self.0.segment("virtualfunctionallowedlabels"))
    }

    /// Networks that may use the NIC's virtual functions.
    #[inline]
    pub fn virtual_function_allowed_networks_service(
        &self,
    ) -> VirtualFunctionAllowedNetworksService {
        VirtualFunctionAllowedNetworksService(self.0.segment("virtualfunctionallowednetworks"))
    }
}

wait!(HostNicService, HostNic, NicStatus);

request! {
    /// Request of [`HostNicService::get`].
    HostNicGet -> document(HostNic) {
        /// Also return what costs extra queries, such as the configuration of virtual functions.
        query(bool) all_content;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`HostNicService::update_virtual_functions_configuration`].
    HostNicUpdateVirtualFunctionsConfiguration -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Number of functions and whether all networks are allowed; a change of the number drops
        /// the present functions.
        object(HostNicVirtualFunctionsConfiguration) virtual_functions_configuration;
    }
}
