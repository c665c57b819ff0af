//! `PermitsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::PermitService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, Permit};

service! {
    /// The permits of a role or of a cluster level.
    ///
    /// API path: `/roles/{role:id}/permits`
    PermitsService = "permits"
}

impl PermitsService {
    /// Gives the role a further right; 409 for roles that come with the engine.
    ///
    /// `POST /roles/{role:id}/permits`
    ///
    /// Needs `permit.id` or `permit.name`.
    #[inline]
    pub fn add(&self, permit: impl Into<Link<Permit>>) -> PermitsAdd {
        PermitsAdd(
            self.0
                .add_reference::<Permit>("permits.add", permit.into())
                .requires("permit.id|permit.name"),
        )
    }

    /// All rights of the role.
    ///
    /// `GET /roles/{role:id}/permits`
    #[inline]
    pub fn list(&self) -> PermitsList {
        PermitsList(self.0.get("permits.list"))
    }

    /// One right, by its number.
    #[inline]
    pub fn permit_service(&self, id: impl Identifier<Permit>) -> PermitService {
        PermitService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`PermitsService::add`].
    PermitsAdd -> document(Permit);
}

request! {
    /// Request of [`PermitsService::list`].
    PermitsList -> document(List<Permit>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(PermitsList, Permit);
named!(PermitsService, Permit, "name");
