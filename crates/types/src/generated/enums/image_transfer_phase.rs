//! `ImageTransferPhase`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How far a transfer is: data can be moved while it is `transferring`. Since 4.0.4.
    pub enum ImageTransferPhase {
        /// `cancelled`. Since 4.0.4. Deprecated.
        Cancelled = "cancelled",
        /// `cancelled_system`. Since 4.3.5.
        CancelledSystem = "cancelled_system",
        /// `cancelled_user`. Since 4.3.5.
        CancelledUser = "cancelled_user",
        /// `finalizing_cleanup`. Since 4.3.5.
        FinalizingCleanup = "finalizing_cleanup",
        /// `finalizing_failure`. Since 4.0.4.
        FinalizingFailure = "finalizing_failure",
        /// `finalizing_success`. Since 4.0.4.
        FinalizingSuccess = "finalizing_success",
        /// `finished_cleanup`. Since 4.3.5.
        FinishedCleanup = "finished_cleanup",
        /// `finished_failure`. Since 4.0.4.
        FinishedFailure = "finished_failure",
        /// The data are complete and the disk can be used. Since 4.0.4.
        FinishedSuccess = "finished_success",
        /// `initializing`. Since 4.0.4.
        Initializing = "initializing",
        /// `paused_system`. Since 4.5.1.
        PausedSystem = "paused_system",
        /// `paused_user`. Since 4.0.4.
        PausedUser = "paused_user",
        /// `resuming`. Since 4.0.4.
        Resuming = "resuming",
        /// Data can be moved. Since 4.0.4.
        Transferring = "transferring",
        /// `unknown`. Since 4.0.4.
        Unknown = "unknown",
    }
}
