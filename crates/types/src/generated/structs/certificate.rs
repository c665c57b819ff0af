//! `Certificate`.
//!
//! @generated from `crates/model/data/types/system.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A certificate.
#[derive(Clone)]
pub struct Certificate {
    /// Identifier: mostly a UUID, given by the engine.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Set by the engine.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Text of the user's own, shown in lists.
    pub description: Option<String>,
    /// Text of the user's own.
    pub comment: Option<String>,
    /// The certificate in PEM.
    pub content: Option<String>,
    /// Organization that it is for.
    pub organization: Option<String>,
    /// Subject that it is for.
    pub subject: Option<String>,
}

api_struct! {
    Certificate "certificate" "certificates" identified {
        0 text comment;
        1 text content;
        2 text description;
        3 text href;
        4 text id;
        5 text name;
        6 text organization;
        7 text subject;
    }
}
