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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
        0 list(OpenstackVolumeAuthenticationKey) authentication_keys;
        1 text authentication_url;
        2 list(Certificate) certificates;
        3 text comment;
        4 link(DataCenter) data_center;
        5 text description;
        6 text href;
        7 text id;
        8 text name;
        9 secret password;
        10 list(Property) properties;
        11 boolean requires_authentication;
        12 text tenant_name;
        13 text url;
        14 text username;
        15 list(OpenStackVolumeType) volume_types;
    }
}
