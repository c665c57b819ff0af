//! `PortMirroring`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A network whose traffic is copied.
#[derive(Clone)]
pub struct PortMirroring {}

api_struct! {
    PortMirroring "port_mirroring" "port_mirrorings" anonymous {
    }
}
