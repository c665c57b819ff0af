//! `NetworkLabelsService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::NetworkLabelService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, NetworkLabel};

service! {
    /// The labels of a network (at most one) or of a NIC.
    ///
    /// API path: `/networks/{network:id}/networklabels`
    NetworkLabelsService = "network_labels"
}

impl NetworkLabelsService {
    /// Puts a label on the network or NIC, which attaches networks to the NICs with the same label.
    ///
    /// `POST /networks/{network:id}/networklabels`
    ///
    /// Needs `label.id`.
    #[inline]
    pub fn add(&self, label: impl Into<Link<NetworkLabel>>) -> NetworkLabelsAdd {
        NetworkLabelsAdd(
            self.0
                .add_reference::<NetworkLabel>("network_labels.add", label.into())
                .requires("label.id"),
        )
    }

    /// All labels of the network or NIC.
    ///
    /// `GET /networks/{network:id}/networklabels`
    #[inline]
    pub fn list(&self) -> NetworkLabelsList {
        NetworkLabelsList(self.0.get("network_labels.list"))
    }

    /// One label, by its text.
    #[inline]
    pub fn label_service(&self, id: impl Identifier<NetworkLabel>) -> NetworkLabelService {
        NetworkLabelService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`NetworkLabelsService::add`].
    NetworkLabelsAdd -> document(NetworkLabel);
}

request! {
    /// Request of [`NetworkLabelsService::list`].
    NetworkLabelsList -> document(List<NetworkLabel>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(NetworkLabelsList, NetworkLabel);
named!(NetworkLabelsService, NetworkLabel, "id");
