//! `LogSeverity`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How bad an event is.
    pub enum LogSeverity {
        /// `alert`.
        Alert = "alert",
        /// `error`.
        Error = "error",
        /// `normal`.
        Normal = "normal",
        /// `warning`.
        Warning = "warning",
    }
}
