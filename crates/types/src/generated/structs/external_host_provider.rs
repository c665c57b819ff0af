//! `ExternalHostProvider`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Certificate, ExternalComputeResource, ExternalDiscoveredHost, ExternalHostGroup, Host, List,
    Property,
};

/// A Foreman server that finds and sets up hosts.
#[derive(Clone)]
pub struct ExternalHostProvider {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Set by the engine.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// URL to log in at.
    pub authentication_url: Option<String>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Properties as names and values.
    pub properties: Option<List<Property>>,
    /// Whether it needs a login.
    pub requires_authentication: Option<bool>,
    /// URL of the system.
    pub url: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
    /// Certificates.
    pub certificates: Option<List<Certificate>>,
    /// Compute resources of the external host provider.
    pub compute_resources: Option<List<ExternalComputeResource>>,
    /// Discovered hosts of the external host provider.
    pub discovered_hosts: Option<List<ExternalDiscoveredHost>>,
    /// Host groups of the external host provider.
    pub host_groups: Option<List<ExternalHostGroup>>,
    /// Hosts of the external host provider.
    pub hosts: Option<List<Host>>,
}

api_struct! {
    ExternalHostProvider "external_host_provider" "external_host_providers" identified {
        0 text authentication_url;
        1 list(Certificate) certificates;
        2 text comment;
        3 list(ExternalComputeResource) compute_resources;
        4 text description;
        5 list(ExternalDiscoveredHost) discovered_hosts;
        6 list(ExternalHostGroup) host_groups;
        7 list(Host) hosts;
        8 text href;
        9 text id;
        10 text name;
        11 secret password;
        12 list(Property) properties;
        13 boolean requires_authentication;
        14 text url;
        15 text username;
    }
}
