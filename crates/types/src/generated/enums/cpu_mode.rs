//! `CpuMode`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways to choose a CPU model.
    pub enum CpuMode {
        /// The guest sees a named model, whatever newer features its host has.
        Custom = "custom",
        /// The guest sees the named model that is nearest to the CPU of its host.
        HostModel = "host_model",
        /// The guest sees the CPU of its host as it is, so only hosts with an equal CPU can take it
        /// over.
        HostPassthrough = "host_passthrough",
    }
}
