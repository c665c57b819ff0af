//! `FileService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::File;
use crate::wait::wait;

service! {
    /// One file on an ISO domain, or ISO image on a data domain.
    ///
    /// API path: `/storagedomains/{storage_domain:id}/files/{file:id}`
    FileService = "file"
}

impl FileService {
    /// Reads the file: its name, the `file.id` of a CD-ROM, and its size.
    ///
    /// `GET /storagedomains/{storage_domain:id}/files/{file:id}`
    #[inline]
    pub fn get(&self) -> FileGet {
        FileGet(self.0.get("file.get"))
    }
}

wait!(FileService, File);

request! {
    /// Request of [`FileService::get`].
    FileGet -> document(File) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
