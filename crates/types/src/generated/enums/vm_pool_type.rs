//! `VmPoolType`.
//!
//! @generated from `crates/model/data/types/pools.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How VMs go back to their pool.
    pub enum VmPoolType {
        /// A VM goes back once its user shuts it down, and loses what the user changed unless the
        /// pool is `stateful`.
        Automatic = "automatic",
        /// A VM stays with the user who took it until an administrator puts it back.
        Manual = "manual",
    }
}
