//! `AffinityLabelVmsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityLabelVmService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, Vm};

service! {
    /// Affinity label VMs, as a collection.
    ///
    /// API path: `/affinitylabels/{label:id}/vms`
    AffinityLabelVmsService = "affinity_label_vms"
}

impl AffinityLabelVmsService {
    /// Adds an affinity label VM.
    ///
    /// `POST /affinitylabels/{label:id}/vms`
    ///
    /// Needs `vm.id` or `vm.name`.
    #[inline]
    pub fn add(&self, vm: impl Into<Link<Vm>>) -> AffinityLabelVmsAdd {
        AffinityLabelVmsAdd(
            self.0
                .add_reference::<Vm>("affinity_label_vms.add", vm.into())
                .requires("vm.id|vm.name"),
        )
    }

    /// Lists the affinity label VMs.
    ///
    /// `GET /affinitylabels/{label:id}/vms`
    #[inline]
    pub fn list(&self) -> AffinityLabelVmsList {
        AffinityLabelVmsList(self.0.get("affinity_label_vms.list"))
    }

    /// The VM with this identifier.
    #[inline]
    pub fn vm_service(&self, id: impl Identifier<Vm>) -> AffinityLabelVmService {
        AffinityLabelVmService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AffinityLabelVmsService::add`].
    AffinityLabelVmsAdd -> document(Vm);
}

request! {
    /// Request of [`AffinityLabelVmsService::list`].
    AffinityLabelVmsList -> document(List<Vm>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(AffinityLabelVmsList, Vm);
named!(AffinityLabelVmsService, Vm, "name");
