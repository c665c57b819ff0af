//! `ExternalHostGroup`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ExternalHostProvider, Link};

/// A group of hosts of an external host provider.
#[derive(Clone)]
pub struct ExternalHostGroup {
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
    /// Architecture name of the external host group.
    pub architecture_name: Option<String>,
    /// Domain name of the external host group.
    pub domain_name: Option<String>,
    /// Operating system name of the external host group.
    pub operating_system_name: Option<String>,
    /// Subnet name of the external host group.
    pub subnet_name: Option<String>,
    /// Provider that it belongs to.
    pub external_host_provider: Option<Link<ExternalHostProvider>>,
}

api_struct! {
    ExternalHostGroup "external_host_group" "external_host_groups" identified {
        /// Architecture name of the external host group.
        0 text architecture_name;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Domain name of the external host group.
        3 text domain_name;
        /// Provider that it belongs to.
        4 link(ExternalHostProvider) external_host_provider;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Name; unique for most types, but not for disks.
        7 text name;
        /// Operating system name of the external host group.
        8 text operating_system_name;
        /// Subnet name of the external host group.
        9 text subnet_name;
    }
}
