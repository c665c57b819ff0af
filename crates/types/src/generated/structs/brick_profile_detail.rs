//! `BrickProfileDetail`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{GlusterBrick, Link, List, ProfileDetail};

/// Profile of a gluster brick.
#[derive(Clone)]
pub struct BrickProfileDetail {
    /// Profile details of the entity profile detail.
    pub profile_details: Option<List<ProfileDetail>>,
    /// Brick, a gluster brick.
    pub brick: Option<Link<GlusterBrick>>,
}

api_struct! {
    BrickProfileDetail "brick_profile_detail" "brick_profile_details" anonymous {
        /// Brick, a gluster brick.
        0 link(GlusterBrick) brick;
        /// Profile details of the entity profile detail.
        1 list(ProfileDetail) profile_details;
    }
}
