//! `HostNicsService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::HostNicService;
use crate::stream::stream;
use crate::types::{HostNic, Identifier, List};

service! {
    /// The network interfaces of a host; changed by `setup_networks` of the host.
    ///
    /// API path: `/hosts/{host:id}/nics`
    HostNicsService = "host_nics"
}

impl HostNicsService {
    /// All NICs, bonds and VLAN devices that the host reported.
    ///
    /// `GET /hosts/{host:id}/nics`
    #[inline]
    pub fn list(&self) -> HostNicsList {
        HostNicsList(self.0.get("host_nics.list"))
    }

    /// One network interface, by its identifier.
    #[inline]
    pub fn nic_service(&self, id: impl Identifier<HostNic>) -> HostNicService {
        HostNicService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`HostNicsService::list`].
    HostNicsList -> document(List<HostNic>) {
        /// Also return what costs extra queries, such as the configuration of virtual functions.
        query(bool) all_content;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(HostNicsList, HostNic);
named!(HostNicsService, HostNic, "name");
