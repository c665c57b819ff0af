//! `Package`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// A package of an update.
#[derive(Clone)]
pub struct Package {
    /// Name.
    pub name: Option<String>,
}

api_struct! {
    Package "package" "packages" anonymous {
        /// Name.
        0 text name;
    }
}

from_simple!(Package, text, name);
