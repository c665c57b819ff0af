//! `GlusterState`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of gluster on a host.
    pub enum GlusterState {
        /// `down`.
        Down = "down",
        /// `unknown`.
        Unknown = "unknown",
        /// `up`.
        Up = "up",
    }
}
