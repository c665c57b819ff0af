//! `SeLinux`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::SeLinuxMode;
use crate::macros::structs::{api_struct, from_simple};

/// SELinux of a host.
#[derive(Clone)]
pub struct SeLinux {
    /// Mode, a se linux mode.
    pub mode: Option<SeLinuxMode>,
}

api_struct! {
    SeLinux "se_linux" "se_linuxs" anonymous {
        /// Mode, a se linux mode.
        0 enumeration(SeLinuxMode) mode;
    }
}

from_simple!(SeLinux, SeLinuxMode, mode);
