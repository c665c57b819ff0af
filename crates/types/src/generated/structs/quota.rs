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
        /// Percent above the limit up to which VMs can still be started.
        0 integer cluster_hard_limit_pct;
        /// Percent of the limit from which on the engine warns.
        1 integer cluster_soft_limit_pct;
        /// Free text by the user.
        2 text comment;
        /// Data center that it belongs to.
        3 object(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        4 text description;
        /// Disks of the quota.
        5 list(Disk) disks;
        /// Address of the object, as a path on the engine's host. Set by the engine.
        6 text href;
        /// Identifier assigned by the engine, usually a UUID.
        7 text id;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Permissions on it.
        9 links(Permission) permissions;
        /// Quota cluster limits of the quota.
        10 links(QuotaClusterLimit) quota_cluster_limits;
        /// Quota storage limits of the quota.
        11 links(QuotaStorageLimit) quota_storage_limits;
        /// Percent above the limit up to which space can still be taken.
        12 integer storage_hard_limit_pct;
        /// Percent of the limit from which on the engine warns.
        13 integer storage_soft_limit_pct;
        /// Users of the quota.
        14 list(User) users;
        /// VMs of the quota.
        15 list(Vm) vms;
    }
}
