//! `ValueType`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
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
