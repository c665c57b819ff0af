//! `Image`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ImageFileType, Link, StorageDomain};

/// An image of a Glance domain.
#[derive(Clone)]
pub struct Image {
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
    /// Size. In bytes. Since 4.2.0.
    pub size: Option<i64>,
    /// Kind of it. Since 4.2.0.
    #[doc(alias = "type")]
    pub type_: Option<ImageFileType>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    Image "image" "images" identified {
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
        /// Size. In bytes. Since 4.2.0.
        5 integer size;
        /// Storage domain that it belongs to.
        6 link(StorageDomain) storage_domain;
        /// Kind of it. Since 4.2.0.
        7 enumeration(ImageFileType) type_ = "type";
    }
}
