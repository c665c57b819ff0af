//! `OpenstackVolumeTypeService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::OpenStackVolumeType;
use crate::wait::wait;

service! {
    /// One volume type of a Cinder server. Deprecated.
    ///
    /// API path: `/openstackvolumeproviders/{provider:id}/volumetypes/{type:id}`
    OpenstackVolumeTypeService = "openstack_volume_type"
}

impl OpenstackVolumeTypeService {
    /// Reads the volume type: its name and properties.
    ///
    /// `GET /openstackvolumeproviders/{provider:id}/volumetypes/{type:id}`
    #[inline]
    pub fn get(&self) -> OpenstackVolumeTypeGet {
        OpenstackVolumeTypeGet(self.0.get("openstack_volume_type.get"))
    }
}

wait!(OpenstackVolumeTypeService, OpenStackVolumeType);

request! {
    /// Request of [`OpenstackVolumeTypeService::get`].
    OpenstackVolumeTypeGet -> document(OpenStackVolumeType) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
