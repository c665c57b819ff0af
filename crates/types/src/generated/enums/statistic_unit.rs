//! `StatisticUnit`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Units of figures.
    pub enum StatisticUnit {
        /// `bits_per_second`.
        BitsPerSecond = "bits_per_second",
        /// `bytes`.
        Bytes = "bytes",
        /// `bytes_per_second`.
        BytesPerSecond = "bytes_per_second",
        /// `count_per_second`.
        CountPerSecond = "count_per_second",
        /// `none`.
        None = "none",
        /// `percent`.
        Percent = "percent",
        /// `seconds`.
        Seconds = "seconds",
    }
}
