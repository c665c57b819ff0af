//! `BalancesService` and its requests.
//!
//! @generated from `crates/model/data/services/scheduling.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::BalanceService;
use crate::stream::stream;
use crate::types::{Balance, Identifier, List};

service! {
    /// The load balancing module of a scheduling policy, which moves running VMs.
    ///
    /// API path: `/schedulingpolicies/{policy:id}/balances`
    BalancesService = "balances"
}

impl BalancesService {
    /// Puts a load balancing unit into the policy.
    ///
    /// `POST /schedulingpolicies/{policy:id}/balances`
    ///
    /// Needs `balance.scheduling_policy_unit.id`.
    #[inline]
    pub fn add(&self, balance: impl Into<Balance>) -> BalancesAdd {
        BalancesAdd(
            self.0
                .add::<Balance>("balances.add", balance.into())
                .requires("balance.scheduling_policy_unit.id"),
        )
    }

    /// The load balancing modules of the policy.
    ///
    /// `GET /schedulingpolicies/{policy:id}/balances`
    #[inline]
    pub fn list(&self) -> BalancesList {
        BalancesList(self.0.get("balances.list"))
    }

    /// One module, by the identifier of its unit.
    #[inline]
    pub fn balance_service(&self, id: impl Identifier<Balance>) -> BalanceService {
        BalanceService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`BalancesService::add`].
    BalancesAdd -> document(Balance);
}

request! {
    /// Request of [`BalancesService::list`].
    BalancesList -> document(List<Balance>) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(BalancesList, Balance);
