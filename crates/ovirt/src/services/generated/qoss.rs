//! `QossService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::QosService;
use crate::stream::stream;
use crate::types::{Identifier, List, Qos};

service! {
    /// The quality of service rules of a data center: for storage, CPU, networks and hosts'
    /// networks.
    ///
    /// API path: `/datacenters/{data_center:id}/qoss`
    QossService = "qoss"
}

impl QossService {
    /// Adds a rule, for disk, CPU or vNIC profiles or networks to refer to.
    ///
    /// `POST /datacenters/{data_center:id}/qoss`
    ///
    /// Needs `qos.name`, `qos.type`.
    #[inline]
    pub fn add(&self, qos: impl Into<Qos>) -> QossAdd {
        QossAdd(
            self.0
                .add::<Qos>("qoss.add", qos.into())
                .requires("qos.name, qos.type"),
        )
    }

    /// All rules of the data center, of every type.
    ///
    /// `GET /datacenters/{data_center:id}/qoss`
    #[inline]
    pub fn list(&self) -> QossList {
        QossList(self.0.get("qoss.list"))
    }

    /// One rule, by its identifier.
    #[inline]
    pub fn qos_service(&self, id: impl Identifier<Qos>) -> QosService {
        QosService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`QossService::add`].
    QossAdd -> document(Qos);
}

request! {
    /// Request of [`QossService::list`].
    QossList -> document(List<Qos>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(QossList, Qos);
named!(QossService, Qos, "name");
