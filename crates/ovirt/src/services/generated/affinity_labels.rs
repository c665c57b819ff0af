//! `AffinityLabelsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityLabelService;
use crate::stream::stream;
use crate::types::{AffinityLabel, Identifier, List};

service! {
    /// Affinity labels, as a collection.
    ///
    /// API path: `/affinitylabels`
    AffinityLabelsService = "affinity_labels"
}

impl AffinityLabelsService {
    /// Adds an affinity label.
    ///
    /// `POST /affinitylabels`
    #[inline]
    pub fn add(&self, label: impl Into<AffinityLabel>) -> AffinityLabelsAdd {
        AffinityLabelsAdd(
            self.0
                .add::<AffinityLabel>("affinity_labels.add", label.into()),
        )
    }

    /// Lists the affinity labels.
    ///
    /// `GET /affinitylabels`
    #[inline]
    pub fn list(&self) -> AffinityLabelsList {
        AffinityLabelsList(self.0.get("affinity_labels.list"))
    }

    /// The label with this identifier.
    #[inline]
    pub fn label_service(&self, id: impl Identifier<AffinityLabel>) -> AffinityLabelService {
        AffinityLabelService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AffinityLabelsService::add`].
    AffinityLabelsAdd -> document(AffinityLabel);
}

request! {
    /// Request of [`AffinityLabelsService::list`].
    AffinityLabelsList -> document(List<AffinityLabel>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AffinityLabelsList, AffinityLabel);
named!(AffinityLabelsService, AffinityLabel, "name");
