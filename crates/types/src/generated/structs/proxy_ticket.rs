//! `ProxyTicket`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::object::object;

/// A ticket for a console's proxy.
#[derive(Clone)]
pub struct ProxyTicket {
    /// Value.
    pub value: Option<String>,
}

object! {
    ProxyTicket "proxy_ticket" "proxy_tickets" anonymous {
        0 secret value = "value";
    }
}
