//! `BookmarksService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::BookmarkService;
use crate::stream::stream;
use crate::types::{Bookmark, Identifier, List};

service! {
    /// The bookmarks: searches with names, for the user interface.
    ///
    /// API path: `/bookmarks`
    BookmarksService = "bookmarks"
}

impl BookmarksService {
    /// Adds a bookmark; the engine does not check the search.
    ///
    /// `POST /bookmarks`
    ///
    /// Needs `bookmark.name`, `bookmark.value`.
    #[inline]
    pub fn add(&self, bookmark: impl Into<Bookmark>) -> BookmarksAdd {
        BookmarksAdd(
            self.0
                .add::<Bookmark>("bookmarks.add", bookmark.into())
                .requires("bookmark.name, bookmark.value"),
        )
    }

    /// All bookmarks, whoever added them.
    ///
    /// `GET /bookmarks`
    #[inline]
    pub fn list(&self) -> BookmarksList {
        BookmarksList(self.0.get("bookmarks.list"))
    }

    /// One bookmark, by its identifier.
    #[inline]
    pub fn bookmark_service(&self, id: impl Identifier<Bookmark>) -> BookmarkService {
        BookmarkService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`BookmarksService::add`].
    BookmarksAdd -> document(Bookmark);
}

request! {
    /// Request of [`BookmarksService::list`].
    BookmarksList -> document(List<Bookmark>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(BookmarksList, Bookmark);
named!(BookmarksService, Bookmark, "name");
