//! `InstanceTypeNicsService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::InstanceTypeNicService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, Nic};

service! {
    /// Instance type network interfaces, as a collection.
    ///
    /// API path: `/instancetypes/{instance_type:id}/nics`
    InstanceTypeNicsService = "instance_type_nics"
}

impl InstanceTypeNicsService {
    /// Adds an instance type network interface.
    ///
    /// `POST /instancetypes/{instance_type:id}/nics`
    #[inline]
    pub fn add(&self, nic: impl Into<Nic>) -> InstanceTypeNicsAdd {
        InstanceTypeNicsAdd(self.0.add::<Nic>("instance_type_nics.add", nic.into()))
    }

    /// Lists the instance type network interfaces.
    ///
    /// `GET /instancetypes/{instance_type:id}/nics`
    #[inline]
    pub fn list(&self) -> InstanceTypeNicsList {
        InstanceTypeNicsList(self.0.get("instance_type_nics.list"))
    }

    /// The network interface with this identifier.
    #[inline]
    pub fn nic_service(&self, id: impl Identifier<Nic>) -> InstanceTypeNicService {
        InstanceTypeNicService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`InstanceTypeNicsService::add`].
    InstanceTypeNicsAdd -> document(Nic);
}

request! {
    /// Request of [`InstanceTypeNicsService::list`].
    InstanceTypeNicsList -> document(List<Nic>) {
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

stream!(InstanceTypeNicsList, Nic);
pages!(InstanceTypeNicsList, Nic);
named!(InstanceTypeNicsService, Nic, "name");
