//! `OperatingSystem`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Boot, Shared, Version};

/// Operating system of a VM or a host.
#[doc(alias = "Os")]
#[derive(Clone)]
pub struct OperatingSystem {
    /// Text that says what the operating system is. Since 4.6.1.
    pub description: Option<String>,
    /// Devices to boot from, in their order.
    pub boot: Option<Shared<Boot>>,
    /// Command line of the kernel that `kernel` names.
    pub cmdline: Option<String>,
    /// Additions to the kernel's command line on a host.
    pub custom_kernel_cmdline: Option<String>,
    /// Path of the initial RAM disk, on an ISO domain or the host.
    pub initrd: Option<String>,
    /// Path of a kernel to boot directly, on an ISO domain or the host.
    pub kernel: Option<String>,
    /// Kernel's command line as reported by a host.
    pub reported_kernel_cmdline: Option<String>,
    /// Name such as `rhel_9x64`, as `operating_systems` of the engine list them.
    #[doc(alias = "type")]
    pub type_: Option<String>,
    /// Version, as reported by a host.
    pub version: Option<Shared<Version>>,
}

api_struct! {
    OperatingSystem "os" "oss" anonymous {
        /// Devices to boot from, in their order.
        0 object(Boot) boot;
        /// Command line of the kernel that `kernel` names.
        1 text cmdline;
        /// Additions to the kernel's command line on a host.
        2 text custom_kernel_cmdline;
        /// Text that says what the operating system is. Since 4.6.1.
        3 text description;
        /// Path of the initial RAM disk, on an ISO domain or the host.
        4 text initrd;
        /// Path of a kernel to boot directly, on an ISO domain or the host.
        5 text kernel;
        /// Kernel's command line as reported by a host.
        6 text reported_kernel_cmdline;
        /// Name such as `rhel_9x64`, as `operating_systems` of the engine list them.
        7 text type_ = "type";
        /// Version, as reported by a host.
        8 object(Version) version;
    }
}
