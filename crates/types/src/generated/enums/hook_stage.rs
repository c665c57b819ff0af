//! `HookStage`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// When a hook script runs.
    pub enum HookStage {
        /// `post`.
        Post = "post",
        /// `pre`.
        Pre = "pre",
    }
}
