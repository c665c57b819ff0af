//! `SeLinux`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::SeLinuxMode;
use crate::object::{from_simple, object};

/// SELinux of a host.
#[derive(Clone)]
pub struct SeLinux {
    /// Mode, a se linux mode.
    pub mode: Option<SeLinuxMode>,
}

object! {
    SeLinux "se_linux" "se_linuxs" anonymous {
        0 choice(SeLinuxMode) mode = "mode";
    }
}

from_simple!(SeLinux, SeLinuxMode, mode);
