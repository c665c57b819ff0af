//! `ScsiGenericIO`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// SCSI commands that a guest may send.
    pub enum ScsiGenericIO {
        /// `disabled`. Since 4.3.5.
        Disabled = "disabled",
        /// `filtered`.
        Filtered = "filtered",
        /// `unfiltered`.
        Unfiltered = "unfiltered",
    }
}
