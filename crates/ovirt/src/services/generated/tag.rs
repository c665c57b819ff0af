//! `TagService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Tag;
use crate::wait::wait;

service! {
    /// One tag; tags form a tree.
    ///
    /// API path: `/tags/{tag:id}`
    TagService = "tag"
}

impl TagService {
    /// Reads the tag with a link to its parent.
    ///
    /// `GET /tags/{tag:id}`
    #[inline]
    pub fn get(&self) -> TagGet {
        TagGet(self.0.get("tag.get"))
    }

    /// Removes the tag and those below it from the engine and from all objects.
    ///
    /// `DELETE /tags/{tag:id}`
    #[inline]
    pub fn remove(&self) -> TagRemove {
        TagRemove(self.0.remove("tag.remove"))
    }

    /// Changes name, description or place in the tree; 409 for a place below itself, and the root
    /// tag stays as it is.
    ///
    /// `PUT /tags/{tag:id}`
    #[inline]
    pub fn update(&self, tag: impl Into<Tag>) -> TagUpdate {
        TagUpdate(self.0.update::<Tag>("tag.update", tag.into()))
    }
}

wait!(TagService, Tag);

request! {
    /// Request of [`TagService::get`].
    TagGet -> document(Tag) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`TagService::remove`].
    TagRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`TagService::update`].
    TagUpdate -> document(Tag) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
