//! `SystemOptionValue`.
//!
//! @generated from `crates/model/data/types/system.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// Value of a setting for a compatibility version. Since 4.2.
#[derive(Clone)]
pub struct SystemOptionValue {
    /// Value. Since 4.2.
    pub value: Option<String>,
    /// Compatibility version, or `general`. Since 4.2.
    pub version: Option<String>,
}

api_struct! {
    SystemOptionValue "system_option_value" "system_option_values" anonymous {
        /// Value. Since 4.2.
        0 text value;
        /// Compatibility version, or `general`. Since 4.2.
        1 text version;
    }
}
