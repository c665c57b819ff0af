//! `Version`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A version of a product, or a compatibility version.
#[derive(Clone)]
pub struct Version {
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
    /// Third number.
    pub build: Option<i64>,
    /// Whole version as a text, such as `4.5.5-1.el9`.
    pub full_version: Option<String>,
    /// First number.
    pub major: Option<i64>,
    /// Second number.
    pub minor: Option<i64>,
    /// Fourth number.
    pub revision: Option<i64>,
}

api_struct! {
    Version "version" "versions" identified {
        /// Third number.
        0 integer build;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Whole version as a text, such as `4.5.5-1.el9`.
        3 text full_version;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// First number.
        6 integer major;
        /// Second number.
        7 integer minor;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Fourth number.
        9 integer revision;
    }
}
