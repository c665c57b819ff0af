//! `LogMaxMemoryUsedThresholdType`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Units of a memory threshold. Since 4.3.
    pub enum LogMaxMemoryUsedThresholdType {
        /// `absolute_value_in_mb`. Since 4.3.
        AbsoluteValueInMb = "absolute_value_in_mb",
        /// `percentage`. Since 4.3.
        Percentage = "percentage",
    }
}
