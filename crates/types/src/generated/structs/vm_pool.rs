//! `VmPool`.
//!
//! @generated from `crates/model/data/types/pools.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, Display, InstanceType, Link, List, Permission, RngDevice, Shared, Template, Vm,
    VmPoolType,
};

/// A pool of VMs from one template, which users take one of.
#[derive(Clone)]
pub struct VmPool {
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
    /// Whether the storage domain with the most free space is chosen. Since 4.1.2.
    pub auto_storage_select: Option<bool>,
    /// Display of its VMs; `vm.display` is the successor. Deprecated.
    pub display: Option<Shared<Display>>,
    /// VMs that one user can have.
    pub max_user_vms: Option<i64>,
    /// VMs that are kept running for users to come.
    pub prestarted_vms: Option<i64>,
    /// Random number generator of its VMs.
    pub rng_device: Option<RngDevice>,
    /// Number of VMs. It can only grow by an update.
    pub size: Option<i64>,
    /// Whether VMs have a sound card.
    pub soundcard_enabled: Option<bool>,
    /// Whether a VM keeps its changes for its user.
    pub stateful: Option<bool>,
    /// Whether VMs have a TPM device. Since 4.4.5.
    pub tpm_enabled: Option<bool>,
    /// How VMs go back to the pool: by themselves or by an administrator.
    pub type_: Option<VmPoolType>,
    /// Whether VMs follow the newest version of the template.
    pub use_latest_template_version: Option<bool>,
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Instance type that the size of its VMs follows; absent when that is their own.
    pub instance_type: Option<Link<InstanceType>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Template that the VMs are from. Mandatory for adding.
    pub template: Option<Link<Template>>,
    /// A VM as all of the pool are.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    VmPool "vm_pool" "vm_pools" identified {
        0 boolean auto_storage_select;
        1 link(Cluster) cluster;
        2 text comment;
        3 text description;
        4 object(Display) display;
        5 text href;
        6 text id;
        7 link(InstanceType) instance_type;
        8 integer max_user_vms;
        9 text name;
        10 list(Permission) permissions;
        11 integer prestarted_vms;
        12 inline(RngDevice) rng_device;
        13 integer size;
        14 boolean soundcard_enabled;
        15 boolean stateful;
        16 link(Template) template;
        17 boolean tpm_enabled;
        18 enumeration(VmPoolType) type_ = "type";
        19 boolean use_latest_template_version;
        20 link(Vm) vm;
    }
}
