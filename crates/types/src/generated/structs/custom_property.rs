//! `CustomProperty`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A property for hooks on the host.
#[derive(Clone)]
pub struct CustomProperty {
    /// Name.
    pub name: Option<String>,
    /// What values must look like. Read-only.
    pub regexp: Option<String>,
    /// Value.
    pub value: Option<String>,
}

api_struct! {
    CustomProperty "custom_property" "custom_properties" anonymous {
        /// Name.
        0 text name;
        /// What values must look like. Read-only.
        1 text regexp;
        /// Value.
        2 secret value;
    }
}
