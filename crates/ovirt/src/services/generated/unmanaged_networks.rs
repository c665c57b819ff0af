//! `UnmanagedNetworksService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::UnmanagedNetworkService;
use crate::stream::stream;
use crate::types::{Identifier, List, UnmanagedNetwork};

service! {
    /// The networks on a host that were made outside of the engine.
    ///
    /// API path: `/hosts/{host:id}/unmanagednetworks`
    UnmanagedNetworksService = "unmanaged_networks"
}

impl UnmanagedNetworksService {
    /// All networks of the host that the engine does not know.
    ///
    /// `GET /hosts/{host:id}/unmanagednetworks`
    #[inline]
    pub fn list(&self) -> UnmanagedNetworksList {
        UnmanagedNetworksList(self.0.get("unmanaged_networks.list"))
    }

    /// One network, by its identifier: the name in hexadecimal form.
    #[inline]
    pub fn unmanaged_network_service(
        &self,
        id: impl Identifier<UnmanagedNetwork>,
    ) -> UnmanagedNetworkService {
        UnmanagedNetworkService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`UnmanagedNetworksService::list`].
    UnmanagedNetworksList -> document(List<UnmanagedNetwork>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(UnmanagedNetworksList, UnmanagedNetwork);
named!(UnmanagedNetworksService, UnmanagedNetwork, "name");
