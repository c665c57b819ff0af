//! `QuotaStorageLimit`.
//!
//! @generated from `crates/model/data/types/data_centers.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, Quota, StorageDomain};

/// A limit of space on a storage domain.
#[derive(Clone)]
pub struct QuotaStorageLimit {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Most space; -1 for no limit. In GiB.
    pub limit: Option<i64>,
    /// Space in use. In GiB. Read-only.
    pub usage: Option<f64>,
    /// Quota it counts against.
    pub quota: Option<Link<Quota>>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    QuotaStorageLimit "quota_storage_limit" "quota_storage_limits" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Most space; -1 for no limit. In GiB.
        4 integer limit;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Quota it counts against.
        6 link(Quota) quota;
        /// Storage domain that it belongs to.
        7 link(StorageDomain) storage_domain;
        /// Space in use. In GiB. Read-only.
        8 decimal usage;
    }
}
