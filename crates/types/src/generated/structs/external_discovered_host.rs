//! `ExternalDiscoveredHost`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ExternalHostProvider, Link};

/// A VM that an external host provider has found and nobody has set up.
#[derive(Clone)]
pub struct ExternalDiscoveredHost {
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
    /// IP address of the external discovered host.
    pub ip: Option<String>,
    /// Last report of the external discovered host.
    pub last_report: Option<String>,
    /// Hardware address.
    pub mac: Option<String>,
    /// Subnet name of the external discovered host.
    pub subnet_name: Option<String>,
    /// Provider that it belongs to.
    pub external_host_provider: Option<Link<ExternalHostProvider>>,
}

api_struct! {
    ExternalDiscoveredHost "external_discovered_host" "external_discovered_hosts" identified {
        0 text comment;
        1 text description;
        2 link(ExternalHostProvider) external_host_provider;
        3 text href;
        4 text id;
        5 text ip;
        6 text last_report;
        7 text mac;
        8 text name;
        9 text subnet_name;
    }
}
