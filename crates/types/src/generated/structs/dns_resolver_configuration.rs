//! `DnsResolverConfiguration`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::List;
use crate::macros::structs::api_struct;

/// Name servers of a network on hosts. Since 4.1.
#[derive(Clone)]
pub struct DnsResolverConfiguration {
    /// Name servers of the DNS resolver configuration. Since 4.1.
    pub name_servers: Option<List<String>>,
}

api_struct! {
    DnsResolverConfiguration "dns_resolver_configuration" "dns_resolver_configurations" anonymous {
        /// Name servers of the DNS resolver configuration. Since 4.1.
        0 texts(String) name_servers of "name_server";
    }
}
