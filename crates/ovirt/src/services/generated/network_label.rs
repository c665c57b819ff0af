//! `NetworkLabelService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::NetworkLabel;
use crate::wait::wait;

service! {
    /// One label of a network or NIC; networks and NICs of the same label are attached to each
    /// other.
    ///
    /// API path: `/networks/{network:id}/networklabels/{label:id}`
    NetworkLabelService = "network_label"
}

impl NetworkLabelService {
    /// Reads the label; its `id` is its text.
    ///
    /// `GET /networks/{network:id}/networklabels/{label:id}`
    #[inline]
    pub fn get(&self) -> NetworkLabelGet {
        NetworkLabelGet(self.0.get("network_label.get"))
    }

    /// Takes the label off; networks that were attached to NICs through it leave them.
    ///
    /// `DELETE /networks/{network:id}/networklabels/{label:id}`
    #[inline]
    pub fn remove(&self) -> NetworkLabelRemove {
        NetworkLabelRemove(self.0.remove("network_label.remove"))
    }
}

wait!(NetworkLabelService, NetworkLabel);

request! {
    /// Request of [`NetworkLabelService::get`].
    NetworkLabelGet -> document(NetworkLabel) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`NetworkLabelService::remove`].
    NetworkLabelRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
