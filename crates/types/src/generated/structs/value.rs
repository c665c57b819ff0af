//! `Value`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::object::object;

/// A measured value.
#[derive(Clone)]
pub struct Value {
    /// The number.
    pub datum: Option<f64>,
    /// Text, where the value is no number.
    pub detail: Option<String>,
}

object! {
    Value "value" "values" anonymous {
        0 decimal datum = "datum";
        1 text detail = "detail";
    }
}
