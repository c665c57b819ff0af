//! `Kernel`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::object::object;
use crate::{Shared, Version};

/// Kernel of a guest's operating system.
#[derive(Clone)]
pub struct Kernel {
    /// Version.
    pub version: Option<Shared<Version>>,
}

object! {
    Kernel "kernel" "kernels" anonymous {
        0 object(Version) version = "version";
    }
}
