//! `StorageDomainLease`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, StorageDomain};

/// A lease on a storage domain, which keeps a VM from running twice. Since 4.1.
#[derive(Clone)]
pub struct StorageDomainLease {
    /// Storage domain that has the lease. Since 4.1.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    StorageDomainLease "storage_domain_lease" "storage_domain_leases" anonymous {
        /// Storage domain that has the lease. Since 4.1.
        0 link(StorageDomain) storage_domain;
    }
}
