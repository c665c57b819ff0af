//! `AffinityGroupVmLabelsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityGroupVmLabelService;
use crate::stream::stream;
use crate::types::{AffinityLabel, Identifier, Link, List};

service! {
    /// Affinity group VM labels, as a collection. Since 4.3.6.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/vmlabels`
    AffinityGroupVmLabelsService = "affinity_group_vm_labels"
}

impl AffinityGroupVmLabelsService {
    /// Adds an affinity group VM label. Since 4.3.6.
    ///
    /// `POST /clusters/{cluster:id}/affinitygroups/{group:id}/vmlabels`
    ///
    /// Needs `label.id` or `label.name`.
    #[inline]
    pub fn add(&self, label: impl Into<Link<AffinityLabel>>) -> AffinityGroupVmLabelsAdd {
        AffinityGroupVmLabelsAdd(
            self.0
                .add_reference::<AffinityLabel>("affinity_group_vm_labels.add", label.into())
                .requires("label.id|label.name"),
        )
    }

    /// Lists the affinity group VM labels. Since 4.3.6.
    ///
    /// `GET /clusters/{cluster:id}/affinitygroups/{group:id}/vmlabels`
    #[inline]
    pub fn list(&self) -> AffinityGroupVmLabelsList {
        AffinityGroupVmLabelsList(self.0.get("affinity_group_vm_labels.list"))
    }

    /// The label with this identifier. Since 4.3.6.
    #[inline]
    pub fn label_service(&self, id: impl Identifier<AffinityLabel>) -> AffinityGroupVmLabelService {
        AffinityGroupVmLabelService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AffinityGroupVmLabelsService::add`].
    AffinityGroupVmLabelsAdd -> document(AffinityLabel);
}

request! {
    /// Request of [`AffinityGroupVmLabelsService::list`].
    AffinityGroupVmLabelsList -> document(List<AffinityLabel>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent. Since 4.3.6.
        query(i64) max;
    }
}

stream!(AffinityGroupVmLabelsList, AffinityLabel);
named!(AffinityGroupVmLabelsService, AffinityLabel, "name");
