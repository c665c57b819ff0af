//! `MacPoolsService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::MacPoolService;
use crate::stream::stream;
use crate::types::{Identifier, List, MacPool};

service! {
    /// The pools of MAC addresses; each cluster uses one of them.
    ///
    /// API path: `/macpools`
    MacPoolsService = "mac_pools"
}

impl MacPoolsService {
    /// Adds a pool, for clusters to choose by `mac_pool`.
    ///
    /// `POST /macpools`
    ///
    /// Needs `pool.name`, `pool.ranges[].from`, `pool.ranges[].to`.
    #[inline]
    pub fn add(&self, pool: impl Into<MacPool>) -> MacPoolsAdd {
        MacPoolsAdd(
            self.0
                .add::<MacPool>("mac_pools.add", pool.into())
                .requires("pool.name, pool.ranges[].from, pool.ranges[].to"),
        )
    }

    /// All pools; the one with `default_pool` serves clusters that name none.
    ///
    /// `GET /macpools`
    #[inline]
    pub fn list(&self) -> MacPoolsList {
        MacPoolsList(self.0.get("mac_pools.list"))
    }

    /// One pool, by its identifier.
    #[inline]
    pub fn mac_pool_service(&self, id: impl Identifier<MacPool>) -> MacPoolService {
        MacPoolService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`MacPoolsService::add`].
    MacPoolsAdd -> document(MacPool);
}

request! {
    /// Request of [`MacPoolsService::list`].
    MacPoolsList -> document(List<MacPool>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(MacPoolsList, MacPool);
named!(MacPoolsService, MacPool, "name");
