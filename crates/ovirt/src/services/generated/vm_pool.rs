//! `VmPoolService` and its requests.
//!
//! @generated from `crates/model/data/services/pools.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::AssignedPermissionsService;
use crate::types::VmPool;
use crate::wait::wait;

service! {
    /// A pool of VMs.
    ///
    /// API path: `/vmpools/{pool:id}`
    VmPoolService = "vm_pool"
}

impl VmPoolService {
    /// Gives the user a VM of the pool and starts it.
    ///
    /// `POST /vmpools/{pool:id}/allocatevm`
    #[inline]
    pub fn allocate_vm(&self) -> VmPoolAllocateVm {
        VmPoolAllocateVm(self.0.action("vm_pool.allocate_vm", "allocatevm"))
    }

    /// Reads the VM pool.
    ///
    /// `GET /vmpools/{pool:id}`
    #[inline]
    pub fn get(&self) -> VmPoolGet {
        VmPoolGet(self.0.get("vm_pool.get"))
    }

    /// Removes the VM pool.
    ///
    /// `DELETE /vmpools/{pool:id}`
    #[inline]
    pub fn remove(&self) -> VmPoolRemove {
        VmPoolRemove(self.0.remove("vm_pool.remove"))
    }

    /// Updates the VM pool; unset members are left unchanged.
    ///
    /// `PUT /vmpools/{pool:id}`
    #[inline]
    pub fn update(&self, pool: impl Into<VmPool>) -> VmPoolUpdate {
        VmPoolUpdate(self.0.update::<VmPool>("vm_pool.update", pool.into()))
    }

    /// The permissions.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }
}

wait!(VmPoolService, VmPool);

request! {
    /// Request of [`VmPoolService::allocate_vm`].
    VmPoolAllocateVm -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`VmPoolService::get`].
    VmPoolGet -> document(VmPool) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmPoolService::remove`].
    VmPoolRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`VmPoolService::update`].
    VmPoolUpdate -> document(VmPool) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Whether the disks of new VMs are sealed. Since 4.5.
        query(bool) seal;
    }
}
