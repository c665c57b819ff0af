//! `Quota`.
//!
//! @generated from `crates/model/data/types/data_centers.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    DataCenter, Disk, List, Permission, QuotaClusterLimit, QuotaStorageLimit, Shared, User, Vm,
};

/// A limit of what users can use of clusters and storage.
#[derive(Clone)]
pub struct Quota {
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
    /// Percent above the limit up to which VMs can still be started.
    pub cluster_hard_limit_pct: Option<i64>,
    /// Percent of the limit from which on the engine warns.
    pub cluster_soft_limit_pct: Option<i64>,
    /// Data center that it belongs to.
    pub data_center: Option<Shared<DataCenter>>,
    /// Disks of the quota.
    pub disks: Option<List<Disk>>,
    /// Percent above the limit up to which space can still be taken.
    pub storage_hard_limit_pct: Option<i64>,
    /// Percent of the limit from which on the engine warns.
    pub storage_soft_limit_pct: Option<i64>,
    /// Users of the quota.
    pub users: Option<List<User>>,
    /// VMs of the quota.
    pub vms: Option<List<Vm>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Quota cluster limits of the quota.
    pub quota_cluster_limits: Option<List<QuotaClusterLimit>>,
    /// Quota storage limits of the quota.
    pub quota_storage_limits: Option<List<QuotaStorageLimit>>,
}

api_struct! {
    Quota "quota" "quotas" identified {
        0 integer cluster_hard_limit_pct;
        1 integer cluster_soft_limit_pct;
        2 text comment;
        3 object(DataCenter) data_center;
        4 text description;
        5 list(Disk) disks;
        6 text href;
        7 text id;
        8 text name;
        9 list(Permission) permissions;
        10 list(QuotaClusterLimit) quota_cluster_limits;
        11 list(QuotaStorageLimit) quota_storage_limits;
        12 integer storage_hard_limit_pct;
        13 integer storage_soft_limit_pct;
        14 list(User) users;
        15 list(Vm) vms;
    }
}
