//! `IconService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Icon;
use crate::wait::wait;

service! {
    /// One icon of VMs and templates.
    ///
    /// API path: `/icons/{icon:id}`
    IconService = "icon"
}

impl IconService {
    /// Reads the icon: `media_type` and `data`, in base 64.
    ///
    /// `GET /icons/{icon:id}`
    #[inline]
    pub fn get(&self) -> IconGet {
        IconGet(self.0.get("icon.get"))
    }
}

wait!(IconService, Icon);

request! {
    /// Request of [`IconService::get`].
    IconGet -> document(Icon) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
