//! `BiosType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Chipsets and firmware of VMs. Since 4.3.
    pub enum BiosType {
        /// Whatever the cluster has; for VMs and templates. Since 4.4.
        ClusterDefault = "cluster_default",
        /// Chipset i440FX with a BIOS (SeaBIOS): the oldest combination, for guests that know
        /// nothing newer. Since 4.3.
        I440fxSeaBios = "i440fx_sea_bios",
        /// Chipset Q35 with UEFI (OVMF), without Secure Boot. Since 4.3.
        Q35Ovmf = "q35_ovmf",
        /// Chipset Q35 with a BIOS (SeaBIOS). Since 4.3.
        Q35SeaBios = "q35_sea_bios",
        /// Chipset Q35 with UEFI (OVMF) and Secure Boot: only signed boot loaders and kernels
        /// start. Since 4.3.
        Q35SecureBoot = "q35_secure_boot",
    }
}
