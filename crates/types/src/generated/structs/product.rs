//! `Product`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// The product that a device of a host is.
#[derive(Clone)]
pub struct Product {
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
}

api_struct! {
    Product "product" "products" identified {
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
    }
}
