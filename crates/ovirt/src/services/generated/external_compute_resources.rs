//! `ExternalComputeResourcesService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ExternalComputeResourceService;
use crate::stream::stream;
use crate::types::{ExternalComputeResource, Identifier, List};

service! {
    /// The compute resources that a host provider (Foreman) has.
    ///
    /// API path: `/externalhostproviders/{provider:id}/computeresources`
    ExternalComputeResourcesService = "external_compute_resources"
}

impl ExternalComputeResourcesService {
    /// Asks the provider for its compute resources; an unreachable provider is an error.
    ///
    /// `GET /externalhostproviders/{provider:id}/computeresources`
    #[inline]
    pub fn list(&self) -> ExternalComputeResourcesList {
        ExternalComputeResourcesList(self.0.get("external_compute_resources.list"))
    }

    /// One compute resource, by its identifier: the name in hexadecimal form.
    #[inline]
    pub fn resource_service(
        &self,
        id: impl Identifier<ExternalComputeResource>,
    ) -> ExternalComputeResourceService {
        ExternalComputeResourceService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ExternalComputeResourcesService::list`].
    ExternalComputeResourcesList -> document(List<ExternalComputeResource>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(ExternalComputeResourcesList, ExternalComputeResource);
named!(
    ExternalComputeResourcesService,
    ExternalComputeResource,
    "name"
);
