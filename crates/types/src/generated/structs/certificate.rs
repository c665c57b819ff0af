//! `Certificate`.
//!
//! @generated from `crates/model/data/types/system.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A certificate.
#[derive(Clone)]
pub struct Certificate {
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
    /// The certificate in PEM.
    pub content: Option<String>,
    /// Organization of the certificate.
    pub organization: Option<String>,
    /// Subject of the certificate.
    pub subject: Option<String>,
}

api_struct! {
    Certificate "certificate" "certificates" identified {
        /// Free text by the user.
        0 text comment;
        /// The certificate in PEM.
        1 text content;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Organization of the certificate.
        6 text organization;
        /// Subject of the certificate.
        7 text subject;
    }
}
