//! `AutoPinningPolicy`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Former ways to pin CPUs by themselves. Since 4.4. Deprecated.
    pub enum AutoPinningPolicy {
        /// The CPU topology was changed to fit the host, and CPUs and NUMA nodes were pinned to it.
        /// Since 4.4.
        Adjust = "adjust",
        /// Nothing was pinned by itself. Since 4.4.
        Disabled = "disabled",
        /// The CPU topology stayed as it was given, and CPUs and NUMA nodes were pinned to the
        /// host. Since 4.4.
        Existing = "existing",
    }
}
