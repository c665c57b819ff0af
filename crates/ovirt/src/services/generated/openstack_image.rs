//! `OpenstackImageService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Cluster, Disk, Link, OpenStackImage, StorageDomain, Template};
use crate::wait::wait;

service! {
    /// One image of a Glance server.
    ///
    /// API path: `/openstackimageproviders/{provider:id}/images/{image:id}`
    OpenstackImageService = "openstack_image"
}

impl OpenstackImageService {
    /// Reads the image's name, as the provider tells it.
    ///
    /// `GET /openstackimageproviders/{provider:id}/images/{image:id}`
    #[inline]
    pub fn get(&self) -> OpenstackImageGet {
        OpenstackImageGet(self.0.get("openstack_image.get"))
    }

    /// Imports the image to a data domain as a disk or template; it is `locked` until the data is
    /// copied, wait for `ok`.
    ///
    /// `POST /openstackimageproviders/{provider:id}/images/{image:id}/import`
    ///
    /// Needs `storage_domain.id` or `storage_domain.name`.
    #[inline]
    pub fn import(&self, storage_domain: impl Into<Link<StorageDomain>>) -> OpenstackImageImport {
        OpenstackImageImport(
            self.0
                .action("openstack_image.import", "import")
                .requires("action.storage_domain.id|action.storage_domain.name"),
        )
        .storage_domain(storage_domain)
    }
}

wait!(OpenstackImageService, OpenStackImage);

request! {
    /// Request of [`OpenstackImageService::get`].
    OpenstackImageGet -> document(OpenStackImage) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`OpenstackImageService::import`].
    OpenstackImageImport -> action() {
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
