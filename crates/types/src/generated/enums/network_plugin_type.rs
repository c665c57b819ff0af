//! `NetworkPluginType`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Plugins of a network provider. Deprecated.
    pub enum NetworkPluginType {
        /// `open_vswitch`. Deprecated.
        OpenVswitch = "open_vswitch",
    }
}
