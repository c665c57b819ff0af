//! `IscsiBondsService` and its requests.
//!
//! @generated from `crates/model/data/services/storage_domains.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::IscsiBondService;
use crate::stream::stream;
use crate::types::{Identifier, IscsiBond, List};

service! {
    /// The iSCSI bonds of a data center.
    ///
    /// API path: `/datacenters/{data_center:id}/iscsibonds`
    IscsiBondsService = "iscsi_bonds"
}

impl IscsiBondsService {
    /// Adds a bond; hosts of the data center log in to its targets over each of its networks.
    ///
    /// `POST /datacenters/{data_center:id}/iscsibonds`
    ///
    /// Needs `bond.name`.
    #[inline]
    pub fn add(&self, bond: impl Into<IscsiBond>) -> IscsiBondsAdd {
        IscsiBondsAdd(
            self.0
                .add::<IscsiBond>("iscsi_bonds.add", bond.into())
                .requires("bond.name"),
        )
    }

    /// All bonds of the data center.
    ///
    /// `GET /datacenters/{data_center:id}/iscsibonds`
    #[inline]
    pub fn list(&self) -> IscsiBondsList {
        IscsiBondsList(self.0.get("iscsi_bonds.list"))
    }

    /// One bond, by its identifier.
    #[inline]
    pub fn iscsi_bond_service(&self, id: impl Identifier<IscsiBond>) -> IscsiBondService {
        IscsiBondService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`IscsiBondsService::add`].
    IscsiBondsAdd -> document(IscsiBond);
}

request! {
    /// Request of [`IscsiBondsService::list`].
    IscsiBondsList -> document(List<IscsiBond>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(IscsiBondsList, IscsiBond);
named!(IscsiBondsService, IscsiBond, "name");
