//! `OperatingSystemsService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OperatingSystemService;
use crate::stream::stream;
use crate::types::{Identifier, List, OperatingSystemInfo};

service! {
    /// The operating systems that VMs can be set to; fixed per engine installation.
    ///
    /// API path: `/operatingsystems`
    OperatingSystemsService = "operating_systems"
}

impl OperatingSystemsService {
    /// All operating systems: `name` is the key for `os.type`, `description` is readable.
    ///
    /// `GET /operatingsystems`
    #[inline]
    pub fn list(&self) -> OperatingSystemsList {
        OperatingSystemsList(self.0.get("operating_systems.list"))
    }

    /// One operating system, by its number.
    #[inline]
    pub fn operating_system_service(
        &self,
        id: impl Identifier<OperatingSystemInfo>,
    ) -> OperatingSystemService {
        OperatingSystemService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OperatingSystemsService::list`].
    OperatingSystemsList -> document(List<OperatingSystemInfo>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(OperatingSystemsList, OperatingSystemInfo);
named!(OperatingSystemsService, OperatingSystemInfo, "name");
