//! `OperatingSystemInfo`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Architecture, Icon, Link, TpmSupport};

/// An operating system that VMs can be set to; its `name` goes into `os.type`.
#[doc(alias = "OperatingSystem")]
#[derive(Clone)]
pub struct OperatingSystemInfo {
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
    /// Architecture that VMs with this operating system have. Since 4.2.4.
    pub architecture: Option<Architecture>,
    /// Icon for VMs with this operating system, for large displays.
    pub large_icon: Option<Link<Icon>>,
    /// Icon for VMs with this operating system, for small displays.
    pub small_icon: Option<Link<Icon>>,
    /// Whether VMs with this operating system can or must have a TPM device. Since 4.5.2.
    pub tpm_support: Option<TpmSupport>,
}

api_struct! {
    OperatingSystemInfo "operating_system" "operation_systems" identified {
        /// Architecture that VMs with this operating system have. Since 4.2.4.
        0 enumeration(Architecture) architecture;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Icon for VMs with this operating system, for large displays.
        5 link(Icon) large_icon;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Icon for VMs with this operating system, for small displays.
        7 link(Icon) small_icon;
        /// Whether VMs with this operating system can or must have a TPM device. Since 4.5.2.
        8 enumeration(TpmSupport) tpm_support;
    }
}
