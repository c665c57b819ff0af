//! `Value`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A measured value.
#[derive(Clone)]
pub struct Value {
    /// The number.
    pub datum: Option<f64>,
    /// Text, where the value is no number.
    pub detail: Option<String>,
}

api_struct! {
    Value "value" "values" anonymous {
        /// The number.
        0 decimal datum;
        /// Text, where the value is no number.
        1 text detail;
    }
}
