//! `HostCpuUnitsService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::stream::stream;
use crate::types::{HostCpuUnit, List};

service! {
    /// The logical CPUs of a host.
    ///
    /// API path: `/hosts/{host:id}/cpuunits`
    HostCpuUnitsService = "host_cpu_units"
}

impl HostCpuUnitsService {
    /// All logical CPUs of the host: socket, core, and which VMs are pinned to them. Since 4.5.
    ///
    /// `GET /hosts/{host:id}/cpuunits`
    #[inline]
    pub fn list(&self) -> HostCpuUnitsList {
        HostCpuUnitsList(self.0.get("host_cpu_units.list"))
    }
}

request! {
    /// Request of [`HostCpuUnitsService::list`].
    HostCpuUnitsList -> document(List<HostCpuUnit>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(HostCpuUnitsList, HostCpuUnit);
named!(HostCpuUnitsService, HostCpuUnit, "name");
