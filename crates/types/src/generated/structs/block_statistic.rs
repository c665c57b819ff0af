//! `BlockStatistic`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, Statistic};

/// Figures of blocks of a gluster profile.
#[derive(Clone)]
pub struct BlockStatistic {
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

api_struct! {
    BlockStatistic "block_statistic" "block_statistics" anonymous {
        /// Measured figures of it.
        0 list(Statistic) statistics;
    }
}
