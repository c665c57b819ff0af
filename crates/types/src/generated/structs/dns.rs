//! `Dns`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, List};

/// Name servers and search domains for cloud-init in its former form.
#[derive(Clone)]
pub struct Dns {
    /// Search domains of the DNS.
    pub search_domains: Option<List<Host>>,
    /// Servers of the DNS.
    pub servers: Option<List<Host>>,
}

api_struct! {
    Dns "dns" "dnss" anonymous {
        /// Search domains of the DNS.
        0 list(Host) search_domains;
        /// Servers of the DNS.
        1 list(Host) servers;
    }
}
