//! `IconsService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::IconService;
use crate::stream::stream;
use crate::types::{Icon, Identifier, List};

service! {
    /// The icons that VMs and templates can have; new ones come with a VM's `large_icon`.
    ///
    /// API path: `/icons`
    IconsService = "icons"
}

impl IconsService {
    /// All icons with their data, which may be a lot.
    ///
    /// `GET /icons`
    #[inline]
    pub fn list(&self) -> IconsList {
        IconsList(self.0.get("icons.list"))
    }

    /// One icon, by its identifier.
    #[inline]
    pub fn icon_service(&self, id: impl Identifier<Icon>) -> IconService {
        IconService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`IconsService::list`].
    IconsList -> document(List<Icon>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(IconsList, Icon);
