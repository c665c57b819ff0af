//! `WatchdogAction`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What happens when a guest hangs.
    pub enum WatchdogAction {
        /// A dump of the VM is written on its host.
        Dump = "dump",
        /// Nothing.
        None = "none",
        /// The VM is paused until a user starts it again.
        Pause = "pause",
        /// The VM is switched off at once.
        Poweroff = "poweroff",
        /// The VM is reset at once, without a shutdown.
        Reset = "reset",
    }
}
