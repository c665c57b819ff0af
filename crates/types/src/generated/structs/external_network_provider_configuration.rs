//! `ExternalNetworkProviderConfiguration`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ExternalProvider, Host, Link};

/// A host's settings for networks of an external provider. Since 4.2.
#[derive(Clone)]
pub struct ExternalNetworkProviderConfiguration {
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
    /// External network provider, an external provider. Since 4.2.
    pub external_network_provider: Option<Link<ExternalProvider>>,
    /// Host that it belongs to. Since 4.2.
    pub host: Option<Link<Host>>,
}

api_struct! {
    ExternalNetworkProviderConfiguration "external_network_provider_configuration" "external_network_provider_configurations" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// External network provider, an external provider. Since 4.2.
        2 link(ExternalProvider) external_network_provider;
        /// Host that it belongs to. Since 4.2.
        3 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
    }
}
