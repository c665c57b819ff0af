//! `Icon`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A picture of a VM or operating system.
#[derive(Clone)]
pub struct Icon {
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
    /// The picture in base64.
    pub data: Option<String>,
    /// Type such as `image/png`.
    pub media_type: Option<String>,
}

api_struct! {
    Icon "icon" "icons" identified {
        /// Free text by the user.
        0 text comment;
        /// The picture in base64.
        1 text data;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Type such as `image/png`.
        5 text media_type;
        /// Name; unique for most types, but not for disks.
        6 text name;
    }
}
