//! `Configuration`.
//!
//! @generated from `crates/model/data/types/system.api` by `cargo xtask generate`.

use crate::ConfigurationType;
use crate::macros::structs::api_struct;

/// Configuration of a VM in a foreign form.
#[derive(Clone)]
pub struct Configuration {
    /// The configuration itself.
    pub data: Option<String>,
    /// Form that it has.
    #[doc(alias = "type")]
    pub type_: Option<ConfigurationType>,
}

api_struct! {
    Configuration "configuration" "configurations" anonymous {
        /// The configuration itself.
        0 text data;
        /// Form that it has.
        1 enumeration(ConfigurationType) type_ = "type";
    }
}
