//! `ImageTransferTimeoutPolicy`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What happens to a transfer whose client is silent. Since 4.4.5.
    pub enum ImageTransferTimeoutPolicy {
        /// `cancel`. Since 4.4.5.
        Cancel = "cancel",
        /// `legacy`. Since 4.4.5.
        Legacy = "legacy",
        /// `pause`. Since 4.4.5.
        Pause = "pause",
    }
}
