//! `OpenstackVolumeTypesService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackVolumeTypeService;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenStackVolumeType};

service! {
    /// The volume types that a Cinder server has. Deprecated.
    ///
    /// API path: `/openstackvolumeproviders/{provider:id}/volumetypes`
    OpenstackVolumeTypesService = "openstack_volume_types"
}

impl OpenstackVolumeTypesService {
    /// Asks the provider for its volume types; an unreachable provider is an error.
    ///
    /// `GET /openstackvolumeproviders/{provider:id}/volumetypes`
    #[inline]
    pub fn list(&self) -> OpenstackVolumeTypesList {
        OpenstackVolumeTypesList(self.0.get("openstack_volume_types.list"))
    }

    /// One volume type, by its identifier.
    #[inline]
    pub fn type_service(
        &self,
        id: impl Identifier<OpenStackVolumeType>,
    ) -> OpenstackVolumeTypeService {
        OpenstackVolumeTypeService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackVolumeTypesService::list`].
    OpenstackVolumeTypesList -> document(List<OpenStackVolumeType>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(OpenstackVolumeTypesList, OpenStackVolumeType);
named!(OpenstackVolumeTypesService, OpenStackVolumeType, "name");
