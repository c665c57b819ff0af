//! `BookmarkService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Bookmark;
use crate::wait::wait;

service! {
    /// One bookmark: a search with a name, shared by all administrators.
    ///
    /// API path: `/bookmarks/{bookmark:id}`
    BookmarkService = "bookmark"
}

impl BookmarkService {
    /// Reads the bookmark; `value` is the search.
    ///
    /// `GET /bookmarks/{bookmark:id}`
    #[inline]
    pub fn get(&self) -> BookmarkGet {
        BookmarkGet(self.0.get("bookmark.get"))
    }

    /// Removes the bookmark at once.
    ///
    /// `DELETE /bookmarks/{bookmark:id}`
    #[inline]
    pub fn remove(&self) -> BookmarkRemove {
        BookmarkRemove(self.0.remove("bookmark.remove"))
    }

    /// Changes name or search of the bookmark.
    ///
    /// `PUT /bookmarks/{bookmark:id}`
    #[inline]
    pub fn update(&self, bookmark: impl Into<Bookmark>) -> BookmarkUpdate {
        BookmarkUpdate(
            self.0
                .update::<Bookmark>("bookmark.update", bookmark.into()),
        )
    }
}

wait!(BookmarkService, Bookmark);

request! {
    /// Request of [`BookmarkService::get`].
    BookmarkGet -> document(Bookmark) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`BookmarkService::remove`].
    BookmarkRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`BookmarkService::update`].
    BookmarkUpdate -> document(Bookmark) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
