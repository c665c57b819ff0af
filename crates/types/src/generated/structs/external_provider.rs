//! `ExternalProvider`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, Property};

/// A system outside of the engine that gives hosts, networks, images or volumes.
#[derive(Clone)]
pub struct ExternalProvider {
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
}

api_struct! {
    ExternalProvider "external_provider" "external_providers" identified {
        /// URL to log in at.
        0 text authentication_url;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Password to log in with. Never returned.
        6 secret password;
        /// Properties as names and values.
        7 secrets(Property) properties;
        /// Whether it needs a login.
        8 boolean requires_authentication;
        /// URL of the system.
        9 text url;
        /// Name to log in with.
        10 text username;
    }
}
