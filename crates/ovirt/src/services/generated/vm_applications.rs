//! `VmApplicationsService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmApplicationService;
use crate::stream::stream;
use crate::types::{Application, Identifier, List};

service! {
    /// VM applications, as a collection.
    ///
    /// API path: `/vms/{vm:id}/applications`
    VmApplicationsService = "vm_applications"
}

impl VmApplicationsService {
    /// Lists the VM applications.
    ///
    /// `GET /vms/{vm:id}/applications`
    #[inline]
    pub fn list(&self) -> VmApplicationsList {
        VmApplicationsList(self.0.get("vm_applications.list"))
    }

    /// The application with this identifier.
    #[inline]
    pub fn application_service(&self, id: impl Identifier<Application>) -> VmApplicationService {
        VmApplicationService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmApplicationsService::list`].
    VmApplicationsList -> document(List<Application>) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmApplicationsList, Application);
named!(VmApplicationsService, Application, "name");
