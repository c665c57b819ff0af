//! `AffinityGroupVmsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityGroupVmService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, Vm};

service! {
    /// Affinity group VMs, as a collection.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/vms`
    AffinityGroupVmsService = "affinity_group_vms"
}

impl AffinityGroupVmsService {
    /// Adds an affinity group VM.
    ///
    /// `POST /clusters/{cluster:id}/affinitygroups/{group:id}/vms`
    ///
    /// Needs `vm.id` or `vm.name`.
    #[inline]
    pub fn add(&self, vm: impl Into<Link<Vm>>) -> AffinityGroupVmsAdd {
        AffinityGroupVmsAdd(
            self.0
                .add_reference::<Vm>("affinity_group_vms.add", vm.into())
                .requires("vm.id|vm.name"),
        )
    }

    /// Lists the affinity group VMs.
    ///
    /// `GET /clusters/{cluster:id}/affinitygroups/{group:id}/vms`
    #[inline]
    pub fn list(&self) -> AffinityGroupVmsList {
        AffinityGroupVmsList(self.0.get("affinity_group_vms.list"))
    }

    /// The VM with this identifier.
    #[inline]
    pub fn vm_service(&self, id: impl Identifier<Vm>) -> AffinityGroupVmService {
        AffinityGroupVmService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AffinityGroupVmsService::add`].
    AffinityGroupVmsAdd -> document(Vm);
}

request! {
    /// Request of [`AffinityGroupVmsService::list`].
    AffinityGroupVmsList -> document(List<Vm>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AffinityGroupVmsList, Vm);
named!(AffinityGroupVmsService, Vm, "name");
