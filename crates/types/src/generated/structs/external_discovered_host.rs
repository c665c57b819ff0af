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
    /// Address of the object, as a path on the engine's host. Read-only.
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
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Provider that it belongs to.
        2 link(ExternalHostProvider) external_host_provider;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// IP address of the external discovered host.
        5 text ip;
        /// Last report of the external discovered host.
        6 text last_report;
        /// Hardware address.
        7 text mac;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Subnet name of the external discovered host.
        9 text subnet_name;
    }
}
