//! `Property`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::object::object;

/// A name with a value.
#[derive(Clone)]
pub struct Property {
    /// Name.
    pub name: Option<String>,
    /// Value.
    pub value: Option<String>,
}

object! {
    Property "property" "properties" anonymous {
        0 text name = "name";
        1 text value = "value";
    }
}
