//! `VmPoolsService` and its requests.
//!
//! @generated from `crates/model/data/services/pools.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmPoolService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, VmPool};

service! {
    /// Pools of VMs.
    ///
    /// API path: `/vmpools`
    VmPoolsService = "vm_pools"
}

impl VmPoolsService {
    /// Adds a VM pool.
    ///
    /// `POST /vmpools`
    ///
    /// Needs `pool.cluster.id` or `pool.cluster.name`, `pool.name`, `pool.template.id` or
    /// `pool.template.name`.
    #[inline]
    pub fn add(&self, pool: impl Into<VmPool>) -> VmPoolsAdd {
        VmPoolsAdd(self.0.add::<VmPool>("vm_pools.add", pool.into()).requires(
            "pool.cluster.id|pool.cluster.name, pool.name, pool.template.id|pool.template.name",
        ))
    }

    /// Lists the VM pools.
    ///
    /// `GET /vmpools`
    #[inline]
    pub fn list(&self) -> VmPoolsList {
        VmPoolsList(self.0.get("vm_pools.list"))
    }

    /// The pool with this identifier.
    #[inline]
    pub fn pool_service(&self, id: impl Identifier<VmPool>) -> VmPoolService {
        VmPoolService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmPoolsService::add`].
    VmPoolsAdd -> document(VmPool) {
        /// Whether to seal the disks, which removes machine-specific data. Since 4.5.
        query(bool) seal;
    }
}

request! {
    /// Request of [`VmPoolsService::list`].
    VmPoolsList -> document(List<VmPool>) {
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
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(VmPoolsList, VmPool);
pages!(VmPoolsList, VmPool);
named!(VmPoolsService, VmPool, "name" = "name");
