//! `FilesService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::FileService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{File, Identifier, List};

service! {
    /// The files on an ISO domain, and ISO images on a data domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/files`
    FilesService = "files"
}

impl FilesService {
    /// The files of the domain, which must be active in a data center.
    ///
    /// `GET /storagedomains/{storage_domain:id}/files`
    #[inline]
    pub fn list(&self) -> FilesList {
        FilesList(self.0.get("files.list"))
    }

    /// One file, by its identifier.
    #[inline]
    pub fn file_service(&self, id: impl Identifier<File>) -> FileService {
        FileService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`FilesService::list`].
    FilesList -> document(List<File>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Whether the engine asks the storage rather than its cache, which is slower. Since 4.1.5.
        query(bool) refresh;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(FilesList, File);
pages!(FilesList, File);
named!(FilesService, File, "name");
