//! `VmsService` and its requests.
//!
//! @generated from `crates/model/data/services/vms.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{AutoPinningPolicy, Identifier, List, Vm};

service! {
    /// All VMs; also where they are created.
    ///
    /// API path: `/vms`
    VmsService = "vms"
}

impl VmsService {
    /// Creates a VM: from a template, a snapshot or a configuration. With disks to copy it is
    /// `image_locked` at first and `down` when that is over.
    ///
    /// `POST /vms`
    ///
    /// Needs `vm.cluster.id` or `vm.cluster.name`, `vm.name` or
    /// `vm.initialization.configuration.data`, `vm.template.id` or `vm.template.name` or
    /// `vm.snapshots[].id` or `vm.initialization.configuration.data`.
    #[inline]
    pub fn add(&self, vm: impl Into<Vm>) -> VmsAdd {
        VmsAdd(self.0.add::<Vm>("vms.add", vm.into()).requires("vm.cluster.id|vm.cluster.name, vm.name|vm.initialization.configuration.data, vm.template.id|vm.template.name|vm.snapshots[].id|vm.initialization.configuration.data"))
    }

    /// Creates a VM from a foreign configuration, OVF or OVA.
    ///
    /// `POST /vms`
    ///
    /// Needs `vm.initialization.configuration.data`, `vm.initialization.configuration.type`.
    #[inline]
    pub fn add_from_configuration(&self, vm: impl Into<Vm>) -> VmsAdd {
        VmsAdd(
            self.add(vm).0.requires(
                "vm.initialization.configuration.data, vm.initialization.configuration.type",
            ),
        )
    }

    /// Creates a VM from a template; `Blank` is the one without anything.
    ///
    /// `POST /vms`
    ///
    /// Needs `vm.cluster.id` or `vm.cluster.name`, `vm.name`, `vm.template.id` or
    /// `vm.template.name`.
    #[inline]
    pub fn add_from_scratch(&self, vm: impl Into<Vm>) -> VmsAdd {
        VmsAdd(
            self.add(vm).0.requires(
                "vm.cluster.id|vm.cluster.name, vm.name, vm.template.id|vm.template.name",
            ),
        )
    }

    /// Creates a VM from a snapshot of another one.
    ///
    /// `POST /vms`
    ///
    /// Needs `vm.cluster.id` or `vm.cluster.name`, `vm.name`, `vm.snapshots[].id`, `vm.template.id`
    /// or `vm.template.name`.
    #[inline]
    pub fn add_from_snapshot(&self, vm: impl Into<Vm>) -> VmsAdd {
        VmsAdd(self.add(vm).0.requires("vm.cluster.id|vm.cluster.name, vm.name, vm.snapshots[].id, vm.template.id|vm.template.name"))
    }

    /// Lists VMs, sorted by name.
    ///
    /// `GET /vms`
    #[inline]
    pub fn list(&self) -> VmsList {
        VmsList(self.0.get("vms.list"))
    }

    /// The VM with this identifier.
    #[inline]
    pub fn vm_service(&self, id: impl Identifier<Vm>) -> VmService {
        VmService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmsService::add`].
    VmsAdd -> document(Vm) {
        /// How CPUs are pinned; use `cpu_pinning_policy` of the VM. Since 4.4. Deprecated.
        query(AutoPinningPolicy) auto_pinning_policy;
        /// Whether disks are copied in whole, so that the VM does not depend on its template.
        #[doc(alias = "clone")]
        query(bool) clone_ = "clone";
        /// Whether the permissions of the template are taken over. Since 4.0.0.
        query(bool) clone_permissions;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        /// Since 4.0.0.
        query(bool) filter;
        /// Whether to seal the disks, which removes machine-specific data. Since 4.5.
        query(bool) seal;
    }
}

request! {
    /// Request of [`VmsService::list`].
    VmsList -> document(List<Vm>) {
        /// Also return members that cost the engine extra queries, such as a VM's console and
        /// payloads. Since 4.0.6.
        query(bool) all_content;
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Whether the configuration in the response has the form of an OVA. Since 4.4.3.
        query(bool) ovf_as_ova;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(VmsList, Vm);
pages!(VmsList, Vm);
named!(VmsService, Vm, "name" = "name");
