//! `GraphicsType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Protocols of a console.
    pub enum GraphicsType {
        /// SPICE; identifier of such a console: `7370696365`.
        Spice = "spice",
        /// VNC; identifier of such a console: `766e63`.
        Vnc = "vnc",
    }
}
