//! `ExternalSystemType`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Systems that a step of a job can run on.
    pub enum ExternalSystemType {
        /// `gluster`.
        Gluster = "gluster",
        /// `vdsm`.
        Vdsm = "vdsm",
    }
}
