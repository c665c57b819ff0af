//! `NamedOption`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A name with a value, and the type of the value.
#[doc(alias = "Option")]
#[derive(Clone)]
pub struct NamedOption {
    /// Name.
    pub name: Option<String>,
    /// Kind of it.
    #[doc(alias = "type")]
    pub type_: Option<String>,
    /// Value.
    pub value: Option<String>,
}

api_struct! {
    NamedOption "option" "options" anonymous {
        /// Name.
        0 text name;
        /// Kind of it.
        1 text type_ = "type";
        /// Value.
        2 text value;
    }
}
