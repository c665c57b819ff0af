//! `Permission`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, DataCenter, Disk, Group, Host, Link, Role, StorageDomain, Template, User, Vm, VmPool,
};

/// A role that a user or a group has on an object; on the whole system when it names no object.
#[derive(Clone)]
pub struct Permission {
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
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Data center that it belongs to.
    pub data_center: Option<Link<DataCenter>>,
    /// Disk that it belongs to.
    pub disk: Option<Link<Disk>>,
    /// Group that it belongs to.
    pub group: Option<Link<Group>>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// The role. Mandatory for adding.
    pub role: Option<Link<Role>>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// User that it belongs to.
    pub user: Option<Link<User>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
    /// VM pool of the permission.
    pub vm_pool: Option<Link<VmPool>>,
}

api_struct! {
    Permission "permission" "permissions" identified {
        /// Cluster that it belongs to.
        0 link(Cluster) cluster;
        /// Free text by the user.
        1 text comment;
        /// Data center that it belongs to.
        2 link(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Disk that it belongs to.
        4 link(Disk) disk;
        /// Group that it belongs to.
        5 link(Group) group;
        /// Host that it belongs to.
        6 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        7 text href;
        /// Identifier assigned by the engine, usually a UUID.
        8 text id;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// The role. Mandatory for adding.
        10 link(Role) role;
        /// Storage domain that it belongs to.
        11 link(StorageDomain) storage_domain;
        /// Template that it belongs to.
        12 link(Template) template;
        /// User that it belongs to.
        13 link(User) user;
        /// VM that it belongs to.
        14 link(Vm) vm;
        /// VM pool of the permission.
        15 link(VmPool) vm_pool;
    }
}
