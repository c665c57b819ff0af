//! `HostProtocol`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Protocols between the engine and a host's agent.
    pub enum HostProtocol {
        /// `stomp`.
        Stomp = "stomp",
        /// `xml`.
        Xml = "xml",
    }
}
