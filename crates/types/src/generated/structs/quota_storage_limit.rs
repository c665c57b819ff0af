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
    /// Address of the object, as a path on the engine's host. Set by the engine.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Most space in GiB; -1 for no limit.
    pub limit: Option<i64>,
    /// Space in use in GiB. Set by the engine.
    pub usage: Option<f64>,
    /// Quota it counts against.
    pub quota: Option<Link<Quota>>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    QuotaStorageLimit "quota_storage_limit" "quota_storage_limits" identified {
        0 text comment;
        1 text description;
        2 text href;
        3 text id;
        4 integer limit;
        5 text name;
        6 link(Quota) quota;
        7 link(StorageDomain) storage_domain;
        8 decimal usage;
    }
}
