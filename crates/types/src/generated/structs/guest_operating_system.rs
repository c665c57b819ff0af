//! `GuestOperatingSystem`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Kernel, Shared, Version};

/// Operating system as the guest agent reports it.
#[derive(Clone)]
pub struct GuestOperatingSystem {
    /// Architecture that the guest was built for, such as `x86_64`.
    pub architecture: Option<String>,
    /// Code name of the release, where the distribution has one.
    pub codename: Option<String>,
    /// Name of the distribution, such as `CentOS Linux`.
    pub distribution: Option<String>,
    /// Family, such as `Linux` or `Windows`.
    pub family: Option<String>,
    /// Kernel that the guest runs.
    pub kernel: Option<Kernel>,
    /// Version of the distribution or of Windows.
    pub version: Option<Shared<Version>>,
}

api_struct! {
    GuestOperatingSystem "guest_operating_system" "guest_operating_systems" anonymous {
        /// Architecture that the guest was built for, such as `x86_64`.
        0 text architecture;
        /// Code name of the release, where the distribution has one.
        1 text codename;
        /// Name of the distribution, such as `CentOS Linux`.
        2 text distribution;
        /// Family, such as `Linux` or `Windows`.
        3 text family;
        /// Kernel that the guest runs.
        4 inline(Kernel) kernel;
        /// Version of the distribution or of Windows.
        5 object(Version) version;
    }
}
