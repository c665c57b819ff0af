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
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// How far above the limit VMs can still be started. In percent.
    pub cluster_hard_limit_pct: Option<i64>,
    /// Share of the limit from which on the engine warns. In percent.
    pub cluster_soft_limit_pct: Option<i64>,
    /// Data center that it belongs to.
    pub data_center: Option<Shared<DataCenter>>,
    /// Disks of the quota.
    pub disks: Option<List<Disk>>,
    /// How far above the limit space can still be taken. In percent.
    pub storage_hard_limit_pct: Option<i64>,
    /// Share of the limit from which on the engine warns. In percent.
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
        /// How far above the limit VMs can still be started. In percent.
        0 integer cluster_hard_limit_pct;
        /// Share of the limit from which on the engine warns. In percent.
        1 integer cluster_soft_limit_pct;
        /// Free text by the user.
        2 text comment;
        /// Data center that it belongs to.
        3 object(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        4 text description;
        /// Disks of the quota.
        5 list(Disk) disks;
        /// Address of the object, as a path on the engine's host. Read-only.
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
        /// How far above the limit space can still be taken. In percent.
        12 integer storage_hard_limit_pct;
        /// Share of the limit from which on the engine warns. In percent.
        13 integer storage_soft_limit_pct;
        /// Users of the quota.
        14 list(User) users;
        /// VMs of the quota.
        15 list(Vm) vms;
    }
}
