//! `OpenStackImageProvider`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Certificate, List, OpenStackImage, Property};

/// An OpenStack Glance server.
#[derive(Clone)]
pub struct OpenStackImageProvider {
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
    /// Tenant name of the OpenStack provider.
    pub tenant_name: Option<String>,
    /// URL of the system.
    pub url: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
    /// Certificates.
    pub certificates: Option<List<Certificate>>,
    /// Images of the OpenStack image provider.
    pub images: Option<List<OpenStackImage>>,
}

api_struct! {
    OpenStackImageProvider "openstack_image_provider" "openstack_image_providers" identified {
        /// URL to log in at.
        0 text authentication_url;
        /// Certificates.
        1 links(Certificate) certificates;
        /// Free text by the user.
        2 text comment;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Images of the OpenStack image provider.
        6 links(OpenStackImage) images;
        /// Name; unique for most types, but not for disks.
        7 text name;
        /// Password to log in with. Never returned.
        8 secret password;
        /// Properties as names and values.
        9 secrets(Property) properties;
        /// Whether it needs a login.
        10 boolean requires_authentication;
        /// Tenant name of the OpenStack provider.
        11 text tenant_name;
        /// URL of the system.
        12 text url;
        /// Name to log in with.
        13 text username;
    }
}
