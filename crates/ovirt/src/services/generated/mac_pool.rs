//! `MacPoolService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::AssignedPermissionsService;
use crate::types::MacPool;
use crate::wait::wait;

service! {
    /// One pool of MAC addresses, from which NICs without an address of their own get one.
    ///
    /// API path: `/macpools/{mac_pool:id}`
    MacPoolService = "mac_pool"
}

impl MacPoolService {
    /// Reads the pool with its ranges.
    ///
    /// `GET /macpools/{mac_pool:id}`
    #[inline]
    pub fn get(&self) -> MacPoolGet {
        MacPoolGet(self.0.get("mac_pool.get"))
    }

    /// Removes the pool; 409 for the default pool and for one that a cluster uses.
    ///
    /// `DELETE /macpools/{mac_pool:id}`
    #[inline]
    pub fn remove(&self) -> MacPoolRemove {
        MacPoolRemove(self.0.remove("mac_pool.remove"))
    }

    /// Changes name, ranges or whether duplicates are allowed; ranges replace all previous ones.
    ///
    /// `PUT /macpools/{mac_pool:id}`
    #[inline]
    pub fn update(&self, pool: impl Into<MacPool>) -> MacPoolUpdate {
        MacPoolUpdate(self.0.update::<MacPool>("mac_pool.update", pool.into()))
    }

    /// Who may use the pool and who may change it. Since 4.4.3.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }
}

wait!(MacPoolService, MacPool);

request! {
    /// Request of [`MacPoolService::get`].
    MacPoolGet -> document(MacPool) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`MacPoolService::remove`].
    MacPoolRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`MacPoolService::update`].
    MacPoolUpdate -> document(MacPool) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
