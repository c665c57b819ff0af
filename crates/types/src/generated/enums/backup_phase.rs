//! `BackupPhase`.
//!
//! @generated from `crates/model/data/types/snapshots.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How far a backup is: data can be read when it is `ready`.
    pub enum BackupPhase {
        /// It failed; data already read is not reliable. Listed for 30 more minutes. Since 4.4.7.
        Failed = "failed",
        /// It was asked to finish and is being cleaned up. Since 4.3.
        Finalizing = "finalizing",
        /// It was accepted and is being prepared. Since 4.3.
        Initializing = "initializing",
        /// Its disks can be downloaded until it is finalized. Since 4.3.
        Ready = "ready",
        /// It is being started on the host. Since 4.3.
        Starting = "starting",
        /// It was finalized, and its checkpoint stays for the next one. Listed for 15 minutes more.
        /// Since 4.4.7.
        Succeeded = "succeeded",
    }
}
