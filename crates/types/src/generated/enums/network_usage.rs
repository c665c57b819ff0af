//! `NetworkUsage`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What a network is for.
    pub enum NetworkUsage {
        /// `default_route`. Since 4.2.
        DefaultRoute = "default_route",
        /// `display`.
        Display = "display",
        /// `gluster`.
        Gluster = "gluster",
        /// `management`.
        Management = "management",
        /// `migration`.
        Migration = "migration",
        /// `vm`.
        Vm = "vm",
    }
}
