//! `Icon`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A picture of a VM or operating system.
#[derive(Clone)]
pub struct Icon {
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
    /// The picture in base64.
    pub data: Option<String>,
    /// Type such as `image/png`.
    pub media_type: Option<String>,
}

api_struct! {
    Icon "icon" "icons" identified {
        0 text comment;
        1 text data;
        2 text description;
        3 text href;
        4 text id;
        5 text media_type;
        6 text name;
    }
}
