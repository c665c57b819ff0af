//! `RngSource`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Where random numbers come from.
    pub enum RngSource {
        /// `hwrng`.
        Hwrng = "hwrng",
        /// `random`.
        Random = "random",
        /// `urandom`. Since 4.1.
        Urandom = "urandom",
    }
}
