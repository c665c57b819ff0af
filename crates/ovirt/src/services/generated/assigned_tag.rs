//! `AssignedTagService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Tag;
use crate::wait::wait;

service! {
    /// One tag that an object carries.
    ///
    /// API path: `/vms/{vm:id}/tags/{tag:id}`
    AssignedTagService = "assigned_tag"
}

impl AssignedTagService {
    /// Reads the tag; 404 when the object does not carry it.
    ///
    /// `GET /vms/{vm:id}/tags/{tag:id}`
    #[inline]
    pub fn get(&self) -> AssignedTagGet {
        AssignedTagGet(self.0.get("assigned_tag.get"))
    }

    /// Takes the tag off the object; the tag itself stays.
    ///
    /// `DELETE /vms/{vm:id}/tags/{tag:id}`
    #[inline]
    pub fn remove(&self) -> AssignedTagRemove {
        AssignedTagRemove(self.0.remove("assigned_tag.remove"))
    }
}

wait!(AssignedTagService, Tag);

request! {
    /// Request of [`AssignedTagService::get`].
    AssignedTagGet -> document(Tag) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AssignedTagService::remove`].
    AssignedTagRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
