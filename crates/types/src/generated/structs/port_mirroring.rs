//! `PortMirroring`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::object::object;

/// A network whose traffic is copied.
#[derive(Clone)]
pub struct PortMirroring {}

object! {
    PortMirroring "port_mirroring" "port_mirrorings" anonymous {
    }
}
