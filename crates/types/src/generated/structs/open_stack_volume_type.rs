//! `OpenStackVolumeType`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, List, OpenStackVolumeProvider, Property};

/// A volume type of an OpenStack volume provider. Deprecated.
#[derive(Clone)]
pub struct OpenStackVolumeType {
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
    /// Properties as names and values.
    pub properties: Option<List<Property>>,
    /// OpenStack volume provider of the OpenStack volume type.
    pub openstack_volume_provider: Option<Link<OpenStackVolumeProvider>>,
}

api_struct! {
    OpenStackVolumeType "open_stack_volume_type" "open_stack_volume_types" identified {
        0 text comment;
        1 text description;
        2 text href;
        3 text id;
        4 text name;
        5 link(OpenStackVolumeProvider) openstack_volume_provider;
        6 list(Property) properties;
    }
}
