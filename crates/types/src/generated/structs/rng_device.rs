//! `RngDevice`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Rate, RngSource, Shared};

/// Random number generator of a VM.
#[derive(Clone)]
pub struct RngDevice {
    /// Limit of its use.
    pub rate: Option<Shared<Rate>>,
    /// Where the random numbers come from.
    pub source: Option<RngSource>,
}

api_struct! {
    RngDevice "rng_device" "rng_devices" anonymous {
        /// Limit of its use.
        0 object(Rate) rate;
        /// Where the random numbers come from.
        1 enumeration(RngSource) source;
    }
}
