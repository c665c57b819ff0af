//! `InheritableBoolean`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
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
