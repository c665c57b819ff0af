//! `ExternalHost`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ExternalHostProvider, Link};

/// A host of an external host provider.
#[derive(Clone)]
pub struct ExternalHost {
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
    /// Name or IP address.
    pub address: Option<String>,
    /// Provider that it belongs to.
    pub external_host_provider: Option<Link<ExternalHostProvider>>,
}

api_struct! {
    ExternalHost "external_host" "external_hosts" identified {
        /// Name or IP address.
        0 text address;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Provider that it belongs to.
        3 link(ExternalHostProvider) external_host_provider;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
    }
}
