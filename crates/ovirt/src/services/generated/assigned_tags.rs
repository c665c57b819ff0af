//! `AssignedTagsService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AssignedTagService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, Tag};

service! {
    /// The tags that a VM, host, user, group or template carries.
    ///
    /// API path: `/vms/{vm:id}/tags`
    AssignedTagsService = "assigned_tags"
}

impl AssignedTagsService {
    /// Puts a tag on the object; searches find it then by `tag=NAME`.
    ///
    /// `POST /vms/{vm:id}/tags`
    ///
    /// Needs `tag.id` or `tag.name`.
    #[inline]
    pub fn add(&self, tag: impl Into<Link<Tag>>) -> AssignedTagsAdd {
        AssignedTagsAdd(
            self.0
                .add_reference::<Tag>("assigned_tags.add", tag.into())
                .requires("tag.id|tag.name"),
        )
    }

    /// All tags of the object, those put on it directly.
    ///
    /// `GET /vms/{vm:id}/tags`
    #[inline]
    pub fn list(&self) -> AssignedTagsList {
        AssignedTagsList(self.0.get("assigned_tags.list"))
    }

    /// One of the tags, by its identifier.
    #[inline]
    pub fn tag_service(&self, id: impl Identifier<Tag>) -> AssignedTagService {
        AssignedTagService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AssignedTagsService::add`].
    AssignedTagsAdd -> document(Tag);
}

request! {
    /// Request of [`AssignedTagsService::list`].
    AssignedTagsList -> document(List<Tag>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AssignedTagsList, Tag);
named!(AssignedTagsService, Tag, "name");
