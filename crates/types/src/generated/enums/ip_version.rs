//! `IpVersion`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Versions of the Internet Protocol.
    pub enum IpVersion {
        /// `v4`.
        V4 = "v4",
        /// `v6`.
        V6 = "v6",
    }
}
