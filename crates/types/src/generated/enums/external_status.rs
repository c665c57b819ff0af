//! `ExternalStatus`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What an external system says of an object.
    pub enum ExternalStatus {
        /// `error`.
        Error = "error",
        /// `failure`.
        Failure = "failure",
        /// `info`.
        Info = "info",
        /// `ok`.
        Ok = "ok",
        /// `warning`.
        Warning = "warning",
    }
}
