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
    /// Address of the object, as a path on the engine's host. Read-only.
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
    #[doc(alias = "type")]
    pub type_: Option<String>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    File "file" "files" identified {
        /// Free text by the user.
        0 text comment;
        /// Content as a text.
        1 secret content;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Storage domain that it belongs to.
        6 link(StorageDomain) storage_domain;
        /// Kind of it.
        7 text type_ = "type";
    }
}
