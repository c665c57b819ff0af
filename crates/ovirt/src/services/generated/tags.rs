//! `TagsService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::TagService;
use crate::stream::stream;
use crate::types::{Identifier, List, Tag};

service! {
    /// The tags that VMs, hosts, users and others can carry.
    ///
    /// API path: `/tags`
    TagsService = "tags"
}

impl TagsService {
    /// Adds a tag; objects get it through their own collection `tags`.
    ///
    /// `POST /tags`
    ///
    /// Needs `tag.name`.
    #[inline]
    pub fn add(&self, tag: impl Into<Tag>) -> TagsAdd {
        TagsAdd(
            self.0
                .add::<Tag>("tags.add", tag.into())
                .requires("tag.name"),
        )
    }

    /// All tags, as a flat list; the tree is in their `parent`.
    ///
    /// `GET /tags`
    #[inline]
    pub fn list(&self) -> TagsList {
        TagsList(self.0.get("tags.list"))
    }

    /// One tag, by its identifier.
    #[inline]
    pub fn tag_service(&self, id: impl Identifier<Tag>) -> TagService {
        TagService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TagsService::add`].
    TagsAdd -> document(Tag);
}

request! {
    /// Request of [`TagsService::list`].
    TagsList -> document(List<Tag>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(TagsList, Tag);
named!(TagsService, Tag, "name");
