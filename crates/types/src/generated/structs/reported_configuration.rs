//! `ReportedConfiguration`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A network setting as the engine wants it and as the host has it.
#[derive(Clone)]
pub struct ReportedConfiguration {
    /// Name.
    pub name: Option<String>,
    /// Actual value of the reported configuration.
    pub actual_value: Option<String>,
    /// Expected value of the reported configuration.
    pub expected_value: Option<String>,
    /// Whether both are the same.
    pub in_sync: Option<bool>,
}

api_struct! {
    ReportedConfiguration "reported_configuration" "reported_configurations" anonymous {
        /// Actual value of the reported configuration.
        0 text actual_value;
        /// Expected value of the reported configuration.
        1 text expected_value;
        /// Whether both are the same.
        2 boolean in_sync;
        /// Name.
        3 text name;
    }
}
