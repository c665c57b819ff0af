//! `InstanceTypesService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::InstanceTypeService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, InstanceType, List};

service! {
    /// Instance types, as a collection.
    ///
    /// API path: `/instancetypes`
    InstanceTypesService = "instance_types"
}

impl InstanceTypesService {
    /// Adds an instance type.
    ///
    /// `POST /instancetypes`
    ///
    /// Needs `instance_type.name`.
    #[inline]
    pub fn add(&self, instance_type: impl Into<InstanceType>) -> InstanceTypesAdd {
        InstanceTypesAdd(
            self.0
                .add::<InstanceType>("instance_types.add", instance_type.into())
                .requires("instance_type.name"),
        )
    }

    /// Lists the instance types.
    ///
    /// `GET /instancetypes`
    #[inline]
    pub fn list(&self) -> InstanceTypesList {
        InstanceTypesList(self.0.get("instance_types.list"))
    }

    /// The instance type with this identifier.
    #[inline]
    pub fn instance_type_service(&self, id: impl Identifier<InstanceType>) -> InstanceTypeService {
        InstanceTypeService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`InstanceTypesService::add`].
    InstanceTypesAdd -> document(InstanceType);
}

request! {
    /// Request of [`InstanceTypesService::list`].
    InstanceTypesList -> document(List<InstanceType>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
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

stream!(InstanceTypesList, InstanceType);
pages!(InstanceTypesList, InstanceType);
named!(InstanceTypesService, InstanceType, "name" = "name");
