//! `OpenstackImagesService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackImageService;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenStackImage};

service! {
    /// The images that a Glance server offers.
    ///
    /// API path: `/openstackimageproviders/{provider:id}/images`
    OpenstackImagesService = "openstack_images"
}

impl OpenstackImagesService {
    /// Asks the provider for its images; an unreachable provider is an error.
    ///
    /// `GET /openstackimageproviders/{provider:id}/images`
    #[inline]
    pub fn list(&self) -> OpenstackImagesList {
        OpenstackImagesList(self.0.get("openstack_images.list"))
    }

    /// One image, by its identifier.
    #[inline]
    pub fn image_service(&self, id: impl Identifier<OpenStackImage>) -> OpenstackImageService {
        OpenstackImageService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackImagesService::list`].
    OpenstackImagesList -> document(List<OpenStackImage>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(OpenstackImagesList, OpenStackImage);
named!(OpenstackImagesService, OpenStackImage, "name");
