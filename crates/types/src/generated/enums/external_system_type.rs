//! `ExternalSystemType`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Systems that a step of a job can run on.
    pub enum ExternalSystemType {
        /// `gluster`.
        Gluster = "gluster",
        /// `vdsm`.
        Vdsm = "vdsm",
    }
}
