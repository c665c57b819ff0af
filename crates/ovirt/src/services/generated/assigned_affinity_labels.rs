//! `AssignedAffinityLabelsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AssignedAffinityLabelService;
use crate::stream::stream;
use crate::types::{AffinityLabel, Identifier, Link, List};

service! {
    /// Assigned affinity labels, as a collection.
    ///
    /// API path: `/vms/{vm:id}/affinitylabels`
    AssignedAffinityLabelsService = "assigned_affinity_labels"
}

impl AssignedAffinityLabelsService {
    /// Adds an assigned affinity label.
    ///
    /// `POST /vms/{vm:id}/affinitylabels`
    ///
    /// Needs `label.id` or `label.name`.
    #[inline]
    pub fn add(&self, label: impl Into<Link<AffinityLabel>>) -> AssignedAffinityLabelsAdd {
        AssignedAffinityLabelsAdd(
            self.0
                .add_reference::<AffinityLabel>("assigned_affinity_labels.add", label.into())
                .requires("label.id|label.name"),
        )
    }

    /// Lists the assigned affinity labels.
    ///
    /// `GET /vms/{vm:id}/affinitylabels`
    #[inline]
    pub fn list(&self) -> AssignedAffinityLabelsList {
        AssignedAffinityLabelsList(self.0.get("assigned_affinity_labels.list"))
    }

    /// The label with this identifier.
    #[inline]
    pub fn label_service(
        &self,
        id: impl Identifier<AffinityLabel>,
    ) -> AssignedAffinityLabelService {
        AssignedAffinityLabelService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AssignedAffinityLabelsService::add`].
    AssignedAffinityLabelsAdd -> document(AffinityLabel);
}

request! {
    /// Request of [`AssignedAffinityLabelsService::list`].
    AssignedAffinityLabelsList -> document(List<AffinityLabel>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(AssignedAffinityLabelsList, AffinityLabel);
named!(AssignedAffinityLabelsService, AffinityLabel, "name");
