//! `AffinityGroupService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AffinityGroupHostLabelsService, AffinityGroupHostsService, AffinityGroupVmLabelsService,
    AffinityGroupVmsService,
};
use crate::types::AffinityGroup;
use crate::wait::wait;

service! {
    /// An affinity group.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}`
    AffinityGroupService = "affinity_group"
}

impl AffinityGroupService {
    /// Reads the affinity group.
    ///
    /// `GET /clusters/{cluster:id}/affinitygroups/{group:id}`
    #[inline]
    pub fn get(&self) -> AffinityGroupGet {
        AffinityGroupGet(self.0.get("affinity_group.get"))
    }

    /// Removes the affinity group.
    ///
    /// `DELETE /clusters/{cluster:id}/affinitygroups/{group:id}`
    #[inline]
    pub fn remove(&self) -> AffinityGroupRemove {
        AffinityGroupRemove(self.0.remove("affinity_group.remove"))
    }

    /// Updates the affinity group; unset members are left unchanged.
    ///
    /// `PUT /clusters/{cluster:id}/affinitygroups/{group:id}`
    #[inline]
    pub fn update(&self, group: impl Into<AffinityGroup>) -> AffinityGroupUpdate {
        AffinityGroupUpdate(
            self.0
                .update::<AffinityGroup>("affinity_group.update", group.into()),
        )
    }

    /// The host labels. Since 4.3.6.
    #[inline]
    pub fn host_labels_service(&self) -> AffinityGroupHostLabelsService {
        AffinityGroupHostLabelsService(self.0.segment("hostlabels"))
    }

    /// The hosts. Since 4.4.
    #[inline]
    pub fn hosts_service(&self) -> AffinityGroupHostsService {
        AffinityGroupHostsService(self.0.segment("hosts"))
    }

    /// The VM labels. Since 4.3.6.
    #[inline]
    pub fn vm_labels_service(&self) -> AffinityGroupVmLabelsService {
        AffinityGroupVmLabelsService(self.0.segment("vmlabels"))
    }

    /// The VMs.
    #[inline]
    pub fn vms_service(&self) -> AffinityGroupVmsService {
        AffinityGroupVmsService(self.0.segment("vms"))
    }
}

wait!(AffinityGroupService, AffinityGroup);

request! {
    /// Request of [`AffinityGroupService::get`].
    AffinityGroupGet -> document(AffinityGroup) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AffinityGroupService::remove`].
    AffinityGroupRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`AffinityGroupService::update`].
    AffinityGroupUpdate -> document(AffinityGroup) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
