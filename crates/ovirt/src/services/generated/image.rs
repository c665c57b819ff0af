//! `ImageService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Cluster, Disk, Image, Link, StorageDomain, Template};
use crate::wait::wait;

service! {
    /// One image on a domain of an image provider.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/images/{image:id}`
    ImageService = "image"
}

impl ImageService {
    /// Reads the image: its name, type and size.
    ///
    /// `GET /storagedomains/{storage_domain:id}/images/{image:id}`
    #[inline]
    pub fn get(&self) -> ImageGet {
        ImageGet(self.0.get("image.get"))
    }

    /// Imports the image to a data domain as a disk or template; it is `locked` until the data is
    /// copied, wait for `ok`.
    ///
    /// `POST /storagedomains/{storage_domain:id}/images/{image:id}/import`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn import(&self, storage_domain: impl Into<Link<StorageDomain>>) -> ImageImport {
        ImageImport(
            self.0
                .action("image.import", "import")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
        .storage_domain(storage_domain)
    }
}

wait!(ImageService, Image);

request! {
    /// Request of [`ImageService::get`].
    ImageGet -> document(Image) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`ImageService::import`].
    ImageImport -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The cluster of the template, by `id` or `name`; only for a template.
        reference(Cluster) cluster;
        /// Values that override the original: `alias` or `name`.
        object(Disk) disk;
        /// Whether a template is made, rather than a disk; false if absent.
        value(bool) import_as_template;
        /// The data domain that the disk goes to, by `id` or `name`; mandatory.
        reference(StorageDomain) storage_domain;
        /// Values that override the original, such as `name`.
        object(Template) template;
    }
}
