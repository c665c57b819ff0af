//! `VmNicsService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmNicService;
use crate::stream::stream;
use crate::types::{Identifier, List, Nic};

service! {
    /// The network interfaces of a VM.
    ///
    /// API path: `/vms/{vm:id}/nics`
    VmNicsService = "vm_nics"
}

impl VmNicsService {
    /// Adds a network interface; to a running VM it is plugged in at once.
    ///
    /// `POST /vms/{vm:id}/nics`
    ///
    /// Needs `nic.name`.
    #[inline]
    pub fn add(&self, nic: impl Into<Nic>) -> VmNicsAdd {
        VmNicsAdd(
            self.0
                .add::<Nic>("vm_nics.add", nic.into())
                .requires("nic.name"),
        )
    }

    /// Lists the VM network interfaces. Empty for an unknown VM.
    ///
    /// `GET /vms/{vm:id}/nics`
    #[inline]
    pub fn list(&self) -> VmNicsList {
        VmNicsList(self.0.get("vm_nics.list"))
    }

    /// The network interface with this identifier.
    #[inline]
    pub fn nic_service(&self, id: impl Identifier<Nic>) -> VmNicService {
        VmNicService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmNicsService::add`].
    VmNicsAdd -> document(Nic);
}

request! {
    /// Request of [`VmNicsService::list`].
    VmNicsList -> document(List<Nic>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmNicsList, Nic);
named!(VmNicsService, Nic, "name");
