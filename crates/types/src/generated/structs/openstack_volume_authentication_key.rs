//! `OpenstackVolumeAuthenticationKey`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Date, Link, OpenStackVolumeProvider, OpenstackVolumeAuthenticationKeyUsageType};

/// A key for volumes of an OpenStack volume provider. Deprecated.
#[derive(Clone)]
pub struct OpenstackVolumeAuthenticationKey {
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
    /// When it was made. Read-only.
    pub creation_date: Option<Date>,
    /// Usage type, an OpenStack volume authentication key usage type.
    pub usage_type: Option<OpenstackVolumeAuthenticationKeyUsageType>,
    /// UUID of the OpenStack volume authentication key.
    pub uuid: Option<String>,
    /// Value.
    pub value: Option<String>,
    /// OpenStack volume provider of the OpenStack volume authentication key.
    pub openstack_volume_provider: Option<Link<OpenStackVolumeProvider>>,
}

api_struct! {
    OpenstackVolumeAuthenticationKey "openstack_volume_authentication_key" "openstack_volume_authentication_keys" identified {
        /// Free text by the user.
        0 text comment;
        /// When it was made. Read-only.
        1 date creation_date;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// OpenStack volume provider of the OpenStack volume authentication key.
        6 link(OpenStackVolumeProvider) openstack_volume_provider;
        /// Usage type, an OpenStack volume authentication key usage type.
        7 enumeration(OpenstackVolumeAuthenticationKeyUsageType) usage_type;
        /// UUID of the OpenStack volume authentication key.
        8 text uuid;
        /// Value.
        9 secret value;
    }
}
