//! `IpVersion`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Versions of the Internet Protocol.
    pub enum IpVersion {
        /// `v4`.
        V4 = "v4",
        /// `v6`.
        V6 = "v6",
    }
}
