//! `BlockStatistic`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::object::object;
use crate::{List, Statistic};

/// Figures of blocks of a gluster profile.
#[derive(Clone)]
pub struct BlockStatistic {
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

object! {
    BlockStatistic "block_statistic" "block_statistics" anonymous {
        0 list(Statistic) statistics = "statistics";
    }
}
