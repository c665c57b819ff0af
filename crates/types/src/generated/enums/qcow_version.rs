//! `QcowVersion`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Versions of the qcow2 format. Since 4.1.
    pub enum QcowVersion {
        /// `qcow2_v2`. Since 4.1.
        Qcow2V2 = "qcow2_v2",
        /// `qcow2_v3`. Since 4.1.
        Qcow2V3 = "qcow2_v3",
    }
}
