//! `StatisticKind`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a figure goes up and down or only up.
    pub enum StatisticKind {
        /// `counter`.
        Counter = "counter",
        /// `gauge`.
        Gauge = "gauge",
    }
}
