//! `AffinityGroupHostLabelsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityGroupHostLabelService;
use crate::stream::stream;
use crate::types::{AffinityLabel, Identifier, Link, List};

service! {
    /// Affinity group host labels, as a collection. Since 4.3.6.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/hostlabels`
    AffinityGroupHostLabelsService = "affinity_group_host_labels"
}

impl AffinityGroupHostLabelsService {
    /// Adds an affinity group host label. Since 4.3.6.
    ///
    /// `POST /clusters/{cluster:id}/affinitygroups/{group:id}/hostlabels`
    ///
    /// Needs `label.id` or `label.name`.
    #[inline]
    pub fn add(&self, label: impl Into<Link<AffinityLabel>>) -> AffinityGroupHostLabelsAdd {
        AffinityGroupHostLabelsAdd(
            self.0
                .add_reference::<AffinityLabel>("affinity_group_host_labels.add", label.into())
                .requires("label.id|label.name"),
        )
    }

    /// Lists the affinity group host labels. Since 4.3.6.
    ///
    /// `GET /clusters/{cluster:id}/affinitygroups/{group:id}/hostlabels`
    #[inline]
    pub fn list(&self) -> AffinityGroupHostLabelsList {
        AffinityGroupHostLabelsList(self.0.get("affinity_group_host_labels.list"))
    }

    /// The label with this identifier. Since 4.3.6.
    #[inline]
    pub fn label_service(
        &self,
        id: impl Identifier<AffinityLabel>,
    ) -> AffinityGroupHostLabelService {
        AffinityGroupHostLabelService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AffinityGroupHostLabelsService::add`].
    AffinityGroupHostLabelsAdd -> document(AffinityLabel);
}

request! {
    /// Request of [`AffinityGroupHostLabelsService::list`].
    AffinityGroupHostLabelsList -> document(List<AffinityLabel>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent. Since 4.3.6.
        query(i64) max;
    }
}

stream!(AffinityGroupHostLabelsList, AffinityLabel);
named!(AffinityGroupHostLabelsService, AffinityLabel, "name");
