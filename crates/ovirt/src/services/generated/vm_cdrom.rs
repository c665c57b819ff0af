//! `VmCdromService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Cdrom;
use crate::wait::wait;

service! {
    /// The CD-ROM drive of a VM.
    ///
    /// API path: `/vms/{vm:id}/cdroms/{cdrom:id}`
    VmCdromService = "vm_cdrom"
}

impl VmCdromService {
    /// Reads the VM cdrom.
    ///
    /// `GET /vms/{vm:id}/cdroms/{cdrom:id}`
    #[inline]
    pub fn get(&self) -> VmCdromGet {
        VmCdromGet(self.0.get("vm_cdrom.get"))
    }

    /// Inserts or ejects a disk; with `current` of the running VM, else for its next start.
    ///
    /// `PUT /vms/{vm:id}/cdroms/{cdrom:id}`
    #[inline]
    pub fn update(&self, cdrom: impl Into<Cdrom>) -> VmCdromUpdate {
        VmCdromUpdate(self.0.update::<Cdrom>("vm_cdrom.update", cdrom.into()))
    }
}

wait!(VmCdromService, Cdrom);

request! {
    /// Request of [`VmCdromService::get`].
    VmCdromGet -> document(Cdrom) {
        /// Return the state of the running VM rather than what its next start will use.
        query(bool) current;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmCdromService::update`].
    VmCdromUpdate -> document(Cdrom) {
        /// Whether the disk of the running VM is changed.
        query(bool) current;
    }
}
