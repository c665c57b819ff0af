//! `ExternalComputeResource`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ExternalHostProvider, Link};

/// A compute resource of an external host provider.
#[derive(Clone)]
pub struct ExternalComputeResource {
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
    /// Provider of the external compute resource.
    pub provider: Option<String>,
    /// URL.
    pub url: Option<String>,
    /// User that it belongs to.
    pub user: Option<String>,
    /// Provider that it belongs to.
    pub external_host_provider: Option<Link<ExternalHostProvider>>,
}

api_struct! {
    ExternalComputeResource "external_compute_resource" "external_compute_resources" identified {
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
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Provider of the external compute resource.
        6 text provider;
        /// URL.
        7 text url;
        /// User that it belongs to.
        8 text user;
    }
}
