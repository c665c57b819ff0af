//! `Package`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::object::{from_simple, object};

/// A package of an update.
#[derive(Clone)]
pub struct Package {
    /// Name.
    pub name: Option<String>,
}

object! {
    Package "package" "packages" anonymous {
        0 text name = "name";
    }
}

from_simple!(Package, &str, name);

from_simple!(Package, String, name);
