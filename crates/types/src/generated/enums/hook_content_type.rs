//! `HookContentType`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Forms of a hook script.
    pub enum HookContentType {
        /// `binary`.
        Binary = "binary",
        /// `text`.
        Text = "text",
    }
}
