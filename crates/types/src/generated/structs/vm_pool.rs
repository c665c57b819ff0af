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
    /// Address of the object, as a path on the engine's host. Read-only.
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
    #[doc(alias = "type")]
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
        /// Whether the storage domain with the most free space is chosen. Since 4.1.2.
        0 boolean auto_storage_select;
        /// Cluster that it belongs to.
        1 link(Cluster) cluster;
        /// Free text by the user.
        2 text comment;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Display of its VMs; `vm.display` is the successor. Deprecated.
        4 object(Display) display;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Instance type that the size of its VMs follows; absent when that is their own.
        7 link(InstanceType) instance_type;
        /// VMs that one user can have.
        8 integer max_user_vms;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Permissions on it.
        10 links(Permission) permissions;
        /// VMs that are kept running for users to come.
        11 integer prestarted_vms;
        /// Random number generator of its VMs.
        12 inline(RngDevice) rng_device;
        /// Number of VMs. It can only grow by an update.
        13 integer size;
        /// Whether VMs have a sound card.
        14 boolean soundcard_enabled;
        /// Whether a VM keeps its changes for its user.
        15 boolean stateful;
        /// Template that the VMs are from. Mandatory for adding.
        16 link(Template) template;
        /// Whether VMs have a TPM device. Since 4.4.5.
        17 boolean tpm_enabled;
        /// How VMs go back to the pool: by themselves or by an administrator.
        18 enumeration(VmPoolType) type_ = "type";
        /// Whether VMs follow the newest version of the template.
        19 boolean use_latest_template_version;
        /// A VM as all of the pool are.
        20 link(Vm) vm;
    }
}
