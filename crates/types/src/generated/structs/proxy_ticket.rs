//! `ProxyTicket`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A ticket for a console's proxy.
#[derive(Clone)]
pub struct ProxyTicket {
    /// Value.
    pub value: Option<String>,
}

api_struct! {
    ProxyTicket "proxy_ticket" "proxy_tickets" anonymous {
        /// Value.
        0 secret value;
    }
}
