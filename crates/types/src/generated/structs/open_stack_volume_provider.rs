//! `OpenStackVolumeProvider`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Certificate, DataCenter, Link, List, OpenStackVolumeType, OpenstackVolumeAuthenticationKey,
    Property,
};

/// An OpenStack Cinder server. Deprecated.
#[derive(Clone)]
pub struct OpenStackVolumeProvider {
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
    /// Authentication keys of the OpenStack volume provider.
    pub authentication_keys: Option<List<OpenstackVolumeAuthenticationKey>>,
    /// Certificates.
    pub certificates: Option<List<Certificate>>,
    /// Data center that it belongs to.
    pub data_center: Option<Link<DataCenter>>,
    /// Volume types of the OpenStack volume provider.
    pub volume_types: Option<List<OpenStackVolumeType>>,
}

api_struct! {
    OpenStackVolumeProvider "openstack_volume_provider" "openstack_volume_providers" identified {
        /// Authentication keys of the OpenStack volume provider.
        0 links(OpenstackVolumeAuthenticationKey) authentication_keys;
        /// URL to log in at.
        1 text authentication_url;
        /// Certificates.
        2 links(Certificate) certificates;
        /// Free text by the user.
        3 text comment;
        /// Data center that it belongs to.
        4 link(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        5 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        6 text href;
        /// Identifier assigned by the engine, usually a UUID.
        7 text id;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Password to log in with. Never returned.
        9 secret password;
        /// Properties as names and values.
        10 secrets(Property) properties;
        /// Whether it needs a login.
        11 boolean requires_authentication;
        /// Tenant name of the OpenStack provider.
        12 text tenant_name;
        /// URL of the system.
        13 text url;
        /// Name to log in with.
        14 text username;
        /// Volume types of the OpenStack volume provider.
        15 links(OpenStackVolumeType) volume_types;
    }
}
