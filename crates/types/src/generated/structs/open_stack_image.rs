//! `OpenStackImage`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, OpenStackImageProvider};

/// An image of an OpenStack image provider.
#[derive(Clone)]
pub struct OpenStackImage {
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
    /// OpenStack image provider of the OpenStack image.
    pub openstack_image_provider: Option<Link<OpenStackImageProvider>>,
}

api_struct! {
    OpenStackImage "openstack_image" "openstack_images" identified {
        0 text comment;
        1 text description;
        2 text href;
        3 text id;
        4 text name;
        5 link(OpenStackImageProvider) openstack_image_provider;
    }
}
