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
    /// Address of the object, as a path on the engine's host. Read-only.
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
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Name; unique for most types, but not for disks.
        4 text name;
        /// OpenStack volume provider of the OpenStack volume type.
        5 link(OpenStackVolumeProvider) openstack_volume_provider;
        /// Properties as names and values.
        6 secrets(Property) properties;
    }
}
