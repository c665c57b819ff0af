//! `FopStatistic`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, Statistic};

/// Figures of a file operation of a gluster profile.
#[derive(Clone)]
pub struct FopStatistic {
    /// Name.
    pub name: Option<String>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

api_struct! {
    FopStatistic "fop_statistic" "fop_statistics" anonymous {
        /// Name.
        0 text name;
        /// Measured figures of it.
        1 list(Statistic) statistics;
    }
}
