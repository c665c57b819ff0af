//! `DataCentersService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DataCenterService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{DataCenter, Identifier, List};

service! {
    /// All data centers.
    ///
    /// API path: `/datacenters`
    DataCentersService = "data_centers"
}

impl DataCentersService {
    /// Adds a data center; it is `uninitialized` until its first data domain is attached, then
    /// `up`.
    ///
    /// `POST /datacenters`
    ///
    /// Needs `data_center.local`, `data_center.name`.
    #[inline]
    pub fn add(&self, data_center: impl Into<DataCenter>) -> DataCentersAdd {
        DataCentersAdd(
            self.0
                .add::<DataCenter>("data_centers.add", data_center.into())
                .requires("data_center.local, data_center.name"),
        )
    }

    /// The data centers, by name; searchable by `name`, `status`, `local` and more.
    ///
    /// `GET /datacenters`
    #[inline]
    pub fn list(&self) -> DataCentersList {
        DataCentersList(self.0.get("data_centers.list"))
    }

    /// One data center, by its identifier.
    #[inline]
    pub fn data_center_service(&self, id: impl Identifier<DataCenter>) -> DataCenterService {
        DataCenterService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DataCentersService::add`].
    DataCentersAdd -> document(DataCenter);
}

request! {
    /// Request of [`DataCentersService::list`].
    DataCentersList -> document(List<DataCenter>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(DataCentersList, DataCenter);
pages!(DataCentersList, DataCenter);
named!(DataCentersService, DataCenter, "name" = "name");
