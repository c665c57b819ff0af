//! `PolicyUnitType`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of scheduling modules.
    pub enum PolicyUnitType {
        /// `filter`.
        Filter = "filter",
        /// `load_balancing`.
        LoadBalancing = "load_balancing",
        /// `weight`.
        Weight = "weight",
    }
}
