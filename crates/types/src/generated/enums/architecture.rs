//! `Architecture`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// CPU architectures.
    pub enum Architecture {
        /// 64-bit Arm. Since 4.5.
        Aarch64 = "aarch64",
        /// 64-bit LoongArch.
        Loongarch64 = "loongarch64",
        /// 64-bit POWER; guests are big or little endian.
        Ppc64 = "ppc64",
        /// 64-bit IBM Z. Since 4.2.
        S390x = "s390x",
        /// Not known yet: a cluster without hosts and CPU type, or an object that fits any
        /// architecture.
        Undefined = "undefined",
        /// 64-bit x86, of Intel or AMD.
        X8664 = "x86_64",
    }
}
