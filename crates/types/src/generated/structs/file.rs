//! `File`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, StorageDomain};

/// A file of a storage domain or a payload.
#[derive(Clone)]
pub struct File {
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
    /// Content as a text.
    pub content: Option<String>,
    /// Kind of it.
    pub type_: Option<String>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    File "file" "files" identified {
        0 text comment;
        1 text content;
        2 text description;
        3 text href;
        4 text id;
        5 text name;
        6 link(StorageDomain) storage_domain;
        7 text type_ = "type";
    }
}
