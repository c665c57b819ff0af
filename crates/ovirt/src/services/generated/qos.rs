//! `QosService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Qos;
use crate::wait::wait;

service! {
    /// One quality of service rule of a data center.
    ///
    /// API path: `/datacenters/{data_center:id}/qoss/{qos:id}`
    QosService = "qos"
}

impl QosService {
    /// Reads the rule; which limits it has depends on its `type`.
    ///
    /// `GET /datacenters/{data_center:id}/qoss/{qos:id}`
    #[inline]
    pub fn get(&self) -> QosGet {
        QosGet(self.0.get("qos.get"))
    }

    /// Removes the rule; profiles and networks that use it have no limits thereafter.
    ///
    /// `DELETE /datacenters/{data_center:id}/qoss/{qos:id}`
    #[inline]
    pub fn remove(&self) -> QosRemove {
        QosRemove(self.0.remove("qos.remove"))
    }

    /// Changes limits; running VMs may keep the former ones until they are started again.
    ///
    /// `PUT /datacenters/{data_center:id}/qoss/{qos:id}`
    #[inline]
    pub fn update(&self, qos: impl Into<Qos>) -> QosUpdate {
        QosUpdate(self.0.update::<Qos>("qos.update", qos.into()))
    }
}

wait!(QosService, Qos);

request! {
    /// Request of [`QosService::get`].
    QosGet -> document(Qos) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`QosService::remove`].
    QosRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`QosService::update`].
    QosUpdate -> document(Qos) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
