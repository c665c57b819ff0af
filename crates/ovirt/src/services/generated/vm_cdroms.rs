//! `VmCdromsService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::VmCdromService;
use crate::stream::stream;
use crate::types::{Cdrom, Identifier, List};

service! {
    /// VM cdroms, as a collection.
    ///
    /// API path: `/vms/{vm:id}/cdroms`
    VmCdromsService = "vm_cdroms"
}

impl VmCdromsService {
    /// Adds a VM cdrom.
    ///
    /// `POST /vms/{vm:id}/cdroms`
    ///
    /// Needs `cdrom.file.id`.
    #[inline]
    pub fn add(&self, cdrom: impl Into<Cdrom>) -> VmCdromsAdd {
        VmCdromsAdd(
            self.0
                .add::<Cdrom>("vm_cdroms.add", cdrom.into())
                .requires("cdrom.file.id"),
        )
    }

    /// Lists the VM cdroms.
    ///
    /// `GET /vms/{vm:id}/cdroms`
    #[inline]
    pub fn list(&self) -> VmCdromsList {
        VmCdromsList(self.0.get("vm_cdroms.list"))
    }

    /// The cdrom with this identifier.
    #[inline]
    pub fn cdrom_service(&self, id: impl Identifier<Cdrom>) -> VmCdromService {
        VmCdromService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmCdromsService::add`].
    VmCdromsAdd -> document(Cdrom);
}

request! {
    /// Request of [`VmCdromsService::list`].
    VmCdromsList -> document(List<Cdrom>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmCdromsList, Cdrom);
