//! `OsType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Operating systems of the former list; the engine has its own now. Deprecated.
    pub enum OsType {
        /// Any other one.
        Other = "other",
        /// Any other Linux.
        OtherLinux = "other_linux",
        /// Red Hat Enterprise Linux 3, 32 bits.
        Rhel3 = "rhel_3",
        /// Red Hat Enterprise Linux 3, 64 bits.
        Rhel3x64 = "rhel_3x64",
        /// Red Hat Enterprise Linux 4, 32 bits.
        Rhel4 = "rhel_4",
        /// Red Hat Enterprise Linux 4, 64 bits.
        Rhel4x64 = "rhel_4x64",
        /// Red Hat Enterprise Linux 5, 32 bits.
        Rhel5 = "rhel_5",
        /// Red Hat Enterprise Linux 5, 64 bits.
        Rhel5x64 = "rhel_5x64",
        /// Red Hat Enterprise Linux 6, 32 bits.
        Rhel6 = "rhel_6",
        /// Red Hat Enterprise Linux 6, 64 bits.
        Rhel6x64 = "rhel_6x64",
        /// None was chosen.
        Unassigned = "unassigned",
        /// Windows Server 2003, 32 bits.
        Windows2003 = "windows_2003",
        /// Windows Server 2003, 64 bits.
        Windows2003x64 = "windows_2003x64",
        /// Windows Server 2008, 32 bits.
        Windows2008 = "windows_2008",
        /// Windows Server 2008 R2, 64 bits.
        Windows2008r2x64 = "windows_2008r2x64",
        /// Windows Server 2008, 64 bits.
        Windows2008x64 = "windows_2008x64",
        /// Windows Server 2012, 64 bits.
        Windows2012x64 = "windows_2012x64",
        /// Windows 7, 32 bits.
        Windows7 = "windows_7",
        /// Windows 7, 64 bits.
        Windows7x64 = "windows_7x64",
        /// Windows 8, 32 bits.
        Windows8 = "windows_8",
        /// Windows 8, 64 bits.
        Windows8x64 = "windows_8x64",
        /// Windows XP, 32 bits.
        WindowsXp = "windows_xp",
    }
}
