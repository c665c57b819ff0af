//! `ExternalVmImportsService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ExternalVmImport;

service! {
    /// Imports of VMs from other systems; they cannot be listed. Since 4.0.4.
    ///
    /// API path: `/externalvmimports`
    ExternalVmImportsService = "external_vm_imports"
}

impl ExternalVmImportsService {
    /// Starts the import of a VM from VMware, Xen or KVM, and returns before its end, possibly with
    /// 202; the VM is `image_locked` until then, wait for `down`. Since 4.0.
    ///
    /// `POST /externalvmimports`
    #[inline]
    pub fn add(&self, import: impl Into<ExternalVmImport>) -> ExternalVmImportsAdd {
        ExternalVmImportsAdd(
            self.0
                .add::<ExternalVmImport>("external_vm_imports.add", import.into()),
        )
    }
}

request! {
    /// Request of [`ExternalVmImportsService::add`].
    ExternalVmImportsAdd -> document(ExternalVmImport);
}
