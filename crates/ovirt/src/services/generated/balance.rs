//! `BalanceService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Balance;
use crate::wait::wait;

service! {
    /// One load balancing module of a scheduling policy.
    ///
    /// API path: `/schedulingpolicies/{policy:id}/balances/{balance:id}`
    BalanceService = "balance"
}

impl BalanceService {
    /// Reads which unit of balancing the policy uses.
    ///
    /// `GET /schedulingpolicies/{policy:id}/balances/{balance:id}`
    #[inline]
    pub fn get(&self) -> BalanceGet {
        BalanceGet(self.0.get("balance.get"))
    }

    /// Takes the module out of the policy; 409 where the policy is locked.
    ///
    /// `DELETE /schedulingpolicies/{policy:id}/balances/{balance:id}`
    #[inline]
    pub fn remove(&self) -> BalanceRemove {
        BalanceRemove(self.0.remove("balance.remove"))
    }
}

wait!(BalanceService, Balance);

request! {
    /// Request of [`BalanceService::get`].
    BalanceGet -> document(Balance) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`BalanceService::remove`].
    BalanceRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
