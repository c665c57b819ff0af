//! `ExternalHostGroupService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ExternalHostGroup;
use crate::wait::wait;

service! {
    /// One host group of a host provider.
    ///
    /// API path: `/externalhostproviders/{provider:id}/hostgroups/{group:id}`
    ExternalHostGroupService = "external_host_group"
}

impl ExternalHostGroupService {
    /// Reads the group: architecture, domain, operating system, subnet.
    ///
    /// `GET /externalhostproviders/{provider:id}/hostgroups/{group:id}`
    #[inline]
    pub fn get(&self) -> ExternalHostGroupGet {
        ExternalHostGroupGet(self.0.get("external_host_group.get"))
    }
}

wait!(ExternalHostGroupService, ExternalHostGroup);

request! {
    /// Request of [`ExternalHostGroupService::get`].
    ExternalHostGroupGet -> document(ExternalHostGroup) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
