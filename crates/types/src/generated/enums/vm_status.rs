//! `VmStatus`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a VM.
    pub enum VmStatus {
        /// It does not run.
        Down = "down",
        /// Its disks are being changed; most operations are refused meanwhile.
        ImageLocked = "image_locked",
        /// It is moving to another host.
        Migrating = "migrating",
        /// Its host cannot be asked about it.
        NotResponding = "not_responding",
        /// It was paused, by a user or by a storage error.
        Paused = "paused",
        /// It is shutting down.
        PoweringDown = "powering_down",
        /// It runs, and its guest is booting.
        PoweringUp = "powering_up",
        /// It is rebooting.
        RebootInProgress = "reboot_in_progress",
        /// Its memory is being read back after it was suspended.
        RestoringState = "restoring_state",
        /// Its memory is being written in order to suspend it.
        SavingState = "saving_state",
        /// Its memory is on disk; it can be started from there.
        Suspended = "suspended",
        /// It has no state yet.
        Unassigned = "unassigned",
        /// Nothing is known of it, as its host is lost.
        Unknown = "unknown",
        /// It runs.
        Up = "up",
        /// It is being started on a host.
        WaitForLaunch = "wait_for_launch",
    }
}
