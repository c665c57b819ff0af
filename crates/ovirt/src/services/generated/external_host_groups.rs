//! `ExternalHostGroupsService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ExternalHostGroupService;
use crate::stream::stream;
use crate::types::{ExternalHostGroup, Identifier, List};

service! {
    /// The host groups that a host provider (Foreman) has: templates for setting up VMs.
    ///
    /// API path: `/externalhostproviders/{provider:id}/hostgroups`
    ExternalHostGroupsService = "external_host_groups"
}

impl ExternalHostGroupsService {
    /// Asks the provider for its host groups; an unreachable provider is an error.
    ///
    /// `GET /externalhostproviders/{provider:id}/hostgroups`
    #[inline]
    pub fn list(&self) -> ExternalHostGroupsList {
        ExternalHostGroupsList(self.0.get("external_host_groups.list"))
    }

    /// One host group, by its identifier: the name in hexadecimal form.
    #[inline]
    pub fn group_service(
        &self,
        id: impl Identifier<ExternalHostGroup>,
    ) -> ExternalHostGroupService {
        ExternalHostGroupService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ExternalHostGroupsService::list`].
    ExternalHostGroupsList -> document(List<ExternalHostGroup>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(ExternalHostGroupsList, ExternalHostGroup);
named!(ExternalHostGroupsService, ExternalHostGroup, "name");
