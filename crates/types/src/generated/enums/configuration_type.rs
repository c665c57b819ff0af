//! `ConfigurationType`.
//!
//! @generated from `crates/model/data/types/system.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Forms of a foreign configuration.
    pub enum ConfigurationType {
        /// Description inside of an OVA archive. Since 4.2.
        Ova = "ova",
        /// Description of a VM in OVF, as the engine keeps it on storage domains.
        Ovf = "ovf",
    }
}
