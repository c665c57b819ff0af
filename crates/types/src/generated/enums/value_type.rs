//! `ValueType`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Types of values.
    pub enum ValueType {
        /// `decimal`.
        Decimal = "decimal",
        /// `integer`.
        Integer = "integer",
        /// `string`.
        String = "string",
    }
}
