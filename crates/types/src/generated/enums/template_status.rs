//! `TemplateStatus`.
//!
//! @generated from `crates/model/data/types/templates.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a template.
    pub enum TemplateStatus {
        /// It cannot be used.
        Illegal = "illegal",
        /// Its disks are being copied.
        Locked = "locked",
        /// Usable.
        Ok = "ok",
    }
}
