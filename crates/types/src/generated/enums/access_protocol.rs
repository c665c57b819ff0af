//! `AccessProtocol`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Protocols by which a gluster volume is accessed.
    pub enum AccessProtocol {
        /// `cifs`.
        Cifs = "cifs",
        /// `gluster`.
        Gluster = "gluster",
        /// `nfs`.
        Nfs = "nfs",
    }
}
