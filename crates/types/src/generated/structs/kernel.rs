//! `Kernel`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Shared, Version};

/// Kernel of a guest's operating system.
#[derive(Clone)]
pub struct Kernel {
    /// Version.
    pub version: Option<Shared<Version>>,
}

api_struct! {
    Kernel "kernel" "kernels" anonymous {
        /// Version.
        0 object(Version) version;
    }
}
