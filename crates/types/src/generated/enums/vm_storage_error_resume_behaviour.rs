//! `VmStorageErrorResumeBehaviour`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What becomes of a VM when a storage error is over. Since 4.2.
    pub enum VmStorageErrorResumeBehaviour {
        /// It resumes automatically. Since 4.2.
        AutoResume = "auto_resume",
        /// It is killed when the error lasts too long; the only way for a VM with a `lease`. Since
        /// 4.2.
        Kill = "kill",
        /// It stays paused until a user starts it again. Since 4.2.
        LeavePaused = "leave_paused",
    }
}
