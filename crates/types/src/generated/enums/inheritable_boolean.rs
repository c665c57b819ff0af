//! `InheritableBoolean`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// A yes or no that can be left to the cluster or the engine.
    pub enum InheritableBoolean {
        /// `false`.
        False = "false",
        /// `inherit`.
        Inherit = "inherit",
        /// `true`.
        True = "true",
    }
}
