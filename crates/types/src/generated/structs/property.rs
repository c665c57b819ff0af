//! `Property`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A name with a value.
#[derive(Clone)]
pub struct Property {
    /// Name.
    pub name: Option<String>,
    /// Value.
    pub value: Option<String>,
}

api_struct! {
    Property "property" "properties" anonymous {
        /// Name.
        0 text name;
        /// Value.
        1 text value;
    }
}
