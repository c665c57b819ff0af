//! `EntityExternalStatus`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What an external system says of an object.
    pub enum EntityExternalStatus {
        /// An error: it works badly or in part.
        Error = "error",
        /// It does not work.
        Failure = "failure",
        /// Information; no problem.
        Info = "info",
        /// It works.
        Ok = "ok",
        /// Something may become a problem.
        Warning = "warning",
    }
}
