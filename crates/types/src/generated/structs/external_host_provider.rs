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
    /// Address of the object, as a path on the engine's host. Read-only.
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
        /// URL to log in at.
        0 text authentication_url;
        /// Certificates.
        1 links(Certificate) certificates;
        /// Free text by the user.
        2 text comment;
        /// Compute resources of the external host provider.
        3 links(ExternalComputeResource) compute_resources;
        /// Free text by the user, shown in lists.
        4 text description;
        /// Discovered hosts of the external host provider.
        5 links(ExternalDiscoveredHost) discovered_hosts;
        /// Host groups of the external host provider.
        6 links(ExternalHostGroup) host_groups;
        /// Hosts of the external host provider.
        7 links(Host) hosts;
        /// Address of the object, as a path on the engine's host. Read-only.
        8 text href;
        /// Identifier assigned by the engine, usually a UUID.
        9 text id;
        /// Name; unique for most types, but not for disks.
        10 text name;
        /// Password to log in with. Never returned.
        11 secret password;
        /// Properties as names and values.
        12 secrets(Property) properties;
        /// Whether it needs a login.
        13 boolean requires_authentication;
        /// URL of the system.
        14 text url;
        /// Name to log in with.
        15 text username;
    }
}
