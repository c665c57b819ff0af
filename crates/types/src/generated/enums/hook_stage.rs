//! `HookStage`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// When a hook script runs.
    pub enum HookStage {
        /// `post`.
        Post = "post",
        /// `pre`.
        Pre = "pre",
    }
}
