//! `EntityProfileDetail`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, ProfileDetail};

/// Profile of a part of a gluster volume.
#[derive(Clone)]
pub struct EntityProfileDetail {
    /// Profile details of the entity profile detail.
    pub profile_details: Option<List<ProfileDetail>>,
}

api_struct! {
    EntityProfileDetail "entity_profile_detail" "entity_profile_details" anonymous {
        /// Profile details of the entity profile detail.
        0 list(ProfileDetail) profile_details;
    }
}
