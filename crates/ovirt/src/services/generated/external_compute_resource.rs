//! `ExternalComputeResourceService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ExternalComputeResource;
use crate::wait::wait;

service! {
    /// One compute resource of a host provider.
    ///
    /// API path: `/externalhostproviders/{provider:id}/computeresources/{resource:id}`
    ExternalComputeResourceService = "external_compute_resource"
}

impl ExternalComputeResourceService {
    /// Reads the compute resource: its provider, URL and user, as Foreman tells them.
    ///
    /// `GET /externalhostproviders/{provider:id}/computeresources/{resource:id}`
    #[inline]
    pub fn get(&self) -> ExternalComputeResourceGet {
        ExternalComputeResourceGet(self.0.get("external_compute_resource.get"))
    }
}

wait!(ExternalComputeResourceService, ExternalComputeResource);

request! {
    /// Request of [`ExternalComputeResourceService::get`].
    ExternalComputeResourceGet -> document(ExternalComputeResource) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
