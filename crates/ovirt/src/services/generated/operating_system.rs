//! `OperatingSystemService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::OperatingSystemInfo;
use crate::wait::wait;

service! {
    /// One operating system that VMs can be set to.
    ///
    /// API path: `/operatingsystems/{operating_system:id}`
    OperatingSystemService = "operating_system"
}

impl OperatingSystemService {
    /// Reads the operating system; its `name` is what a VM's `os.type` takes.
    ///
    /// `GET /operatingsystems/{operating_system:id}`
    #[inline]
    pub fn get(&self) -> OperatingSystemGet {
        OperatingSystemGet(self.0.get("operating_system.get"))
    }
}

wait!(OperatingSystemService, OperatingSystemInfo);

request! {
    /// Request of [`OperatingSystemService::get`].
    OperatingSystemGet -> document(OperatingSystemInfo) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
