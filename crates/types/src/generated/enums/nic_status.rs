//! `NicStatus`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether an interface has a link.
    pub enum NicStatus {
        /// `down`.
        Down = "down",
        /// `up`.
        Up = "up",
    }
}
