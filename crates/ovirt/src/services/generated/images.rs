//! `ImagesService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ImageService;
use crate::stream::stream;
use crate::types::{Identifier, Image, List};

service! {
    /// The images on a domain of an image provider.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/images`
    ImagesService = "images"
}

impl ImagesService {
    /// All images that the provider offers.
    ///
    /// `GET /storagedomains/{storage_domain:id}/images`
    #[inline]
    pub fn list(&self) -> ImagesList {
        ImagesList(self.0.get("images.list"))
    }

    /// One image, by its identifier.
    #[inline]
    pub fn image_service(&self, id: impl Identifier<Image>) -> ImageService {
        ImageService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ImagesService::list`].
    ImagesList -> document(List<Image>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(ImagesList, Image);
named!(ImagesService, Image, "name");
