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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
        0 link(Cluster) cluster;
        1 text comment;
        2 link(DataCenter) data_center;
        3 text description;
        4 link(Disk) disk;
        5 link(Group) group;
        6 link(Host) host;
        7 text href;
        8 text id;
        9 text name;
        10 link(Role) role;
        11 link(StorageDomain) storage_domain;
        12 link(Template) template;
        13 link(User) user;
        14 link(Vm) vm;
        15 link(VmPool) vm_pool;
    }
}
