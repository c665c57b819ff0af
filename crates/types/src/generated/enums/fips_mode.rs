//! `FipsMode`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether hosts of a cluster must run in FIPS mode. Since 4.4.
    pub enum FipsMode {
        /// `disabled`. Since 4.4.5.
        Disabled = "disabled",
        /// `enabled`. Since 4.4.5.
        Enabled = "enabled",
        /// `undefined`. Since 4.4.5.
        Undefined = "undefined",
    }
}
