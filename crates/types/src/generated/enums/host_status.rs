//! `HostStatus`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a host; VMs run only on one that is `up`.
    pub enum HostStatus {
        /// The engine has lost it and tries to reach it.
        Connecting = "connecting",
        /// `down`.
        Down = "down",
        /// `error`.
        Error = "error",
        /// The engine has reached it and reads its state.
        Initializing = "initializing",
        /// Its installation failed.
        InstallFailed = "install_failed",
        /// It is being installed.
        Installing = "installing",
        /// `installing_os`.
        InstallingOs = "installing_os",
        /// `kdumping`.
        Kdumping = "kdumping",
        /// No VMs run on it, and it can be worked on.
        Maintenance = "maintenance",
        /// It lacks a network or storage that it must have.
        NonOperational = "non_operational",
        /// It cannot be reached.
        NonResponsive = "non_responsive",
        /// It wants to be added and waits for approval. Deprecated.
        PendingApproval = "pending_approval",
        /// Its VMs are migrating away.
        PreparingForMaintenance = "preparing_for_maintenance",
        /// It is rebooting.
        Reboot = "reboot",
        /// `unassigned`.
        Unassigned = "unassigned",
        /// It works; VMs can run on it.
        Up = "up",
    }
}
