//! `OpenStackNetworkProvider`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    AgentConfiguration, Certificate, List, NetworkPluginType, OpenStackNetwork,
    OpenStackNetworkProviderType, OpenStackSubnet, Property, Shared,
};

/// A network provider with the OpenStack Neutron API, such as OVN.
#[derive(Clone)]
pub struct OpenStackNetworkProvider {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Agent configuration of the OpenStack network provider. Deprecated.
    pub agent_configuration: Option<Shared<AgentConfiguration>>,
    /// URL to log in at.
    pub authentication_url: Option<String>,
    /// Whether its networks are imported by themselves. Since 4.2.
    pub auto_sync: Option<bool>,
    /// External plugin type of the OpenStack network provider. Since 4.2.
    pub external_plugin_type: Option<String>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Plugin type, a network plugin type. Deprecated.
    pub plugin_type: Option<NetworkPluginType>,
    /// Project domain name of the OpenStack network provider. Since 4.2.7.
    pub project_domain_name: Option<String>,
    /// Project name of the OpenStack network provider. Since 4.2.7.
    pub project_name: Option<String>,
    /// Properties as names and values.
    pub properties: Option<List<Property>>,
    /// Whether the engine cannot change it.
    pub read_only: Option<bool>,
    /// Whether it needs a login.
    pub requires_authentication: Option<bool>,
    /// Tenant name of the OpenStack provider.
    pub tenant_name: Option<String>,
    /// Kind of it.
    #[doc(alias = "type")]
    pub type_: Option<OpenStackNetworkProviderType>,
    /// Whether hosts are set up for it by others. Since 4.2.1.
    pub unmanaged: Option<bool>,
    /// URL of the system.
    pub url: Option<String>,
    /// User domain name of the OpenStack network provider. Since 4.2.7.
    pub user_domain_name: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
    /// Certificates.
    pub certificates: Option<List<Certificate>>,
    /// Networks of the OpenStack network provider.
    pub networks: Option<List<OpenStackNetwork>>,
    /// Subnets of the OpenStack network provider.
    pub subnets: Option<List<OpenStackSubnet>>,
}

api_struct! {
    OpenStackNetworkProvider "openstack_network_provider" "openstack_network_providers" identified {
        /// Agent configuration of the OpenStack network provider. Deprecated.
        0 object(AgentConfiguration) agent_configuration;
        /// URL to log in at.
        1 text authentication_url;
        /// Whether its networks are imported by themselves. Since 4.2.
        2 boolean auto_sync;
        /// Certificates.
        3 links(Certificate) certificates;
        /// Free text by the user.
        4 text comment;
        /// Free text by the user, shown in lists.
        5 text description;
        /// External plugin type of the OpenStack network provider. Since 4.2.
        6 text external_plugin_type;
        /// Address of the object, as a path on the engine's host. Read-only.
        7 text href;
        /// Identifier assigned by the engine, usually a UUID.
        8 text id;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Networks of the OpenStack network provider.
        10 links(OpenStackNetwork) networks;
        /// Password to log in with. Never returned.
        11 secret password;
        /// Plugin type, a network plugin type. Deprecated.
        12 enumeration(NetworkPluginType) plugin_type;
        /// Project domain name of the OpenStack network provider. Since 4.2.7.
        13 text project_domain_name;
        /// Project name of the OpenStack network provider. Since 4.2.7.
        14 text project_name;
        /// Properties as names and values.
        15 secrets(Property) properties;
        /// Whether the engine cannot change it.
        16 boolean read_only;
        /// Whether it needs a login.
        17 boolean requires_authentication;
        /// Subnets of the OpenStack network provider.
        18 links(OpenStackSubnet) subnets;
        /// Tenant name of the OpenStack provider.
        19 text tenant_name;
        /// Kind of it.
        20 enumeration(OpenStackNetworkProviderType) type_ = "type";
        /// Whether hosts are set up for it by others. Since 4.2.1.
        21 boolean unmanaged;
        /// URL of the system.
        22 text url;
        /// User domain name of the OpenStack network provider. Since 4.2.7.
        23 text user_domain_name;
        /// Name to log in with.
        24 text username;
    }
}
