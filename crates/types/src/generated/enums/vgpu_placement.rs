//! `VgpuPlacement`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How virtual GPUs are spread over cards. Since 4.3.
    pub enum VgpuPlacement {
        /// A card is filled before the next one is used. Since 4.3.
        Consolidated = "consolidated",
        /// Each goes to another card as long as there are enough. Since 4.3.
        Separated = "separated",
    }
}
