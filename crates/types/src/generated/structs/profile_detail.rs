//! `ProfileDetail`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{BlockStatistic, FopStatistic, List, Statistic};

/// Figures of a gluster profile.
#[derive(Clone)]
pub struct ProfileDetail {
    /// Block statistics of the profile detail.
    pub block_statistics: Option<List<BlockStatistic>>,
    /// Time that it covers. In seconds.
    pub duration: Option<i64>,
    /// File operation statistics of the profile detail.
    pub fop_statistics: Option<List<FopStatistic>>,
    /// Profile type of the profile detail.
    pub profile_type: Option<String>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

api_struct! {
    ProfileDetail "profile_detail" "profile_details" anonymous {
        /// Block statistics of the profile detail.
        0 list(BlockStatistic) block_statistics;
        /// Time that it covers. In seconds.
        1 integer duration;
        /// File operation statistics of the profile detail.
        2 list(FopStatistic) fop_statistics;
        /// Profile type of the profile detail.
        3 text profile_type;
        /// Measured figures of it.
        4 list(Statistic) statistics;
    }
}
