//! `GlusterVolumeType`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways a Gluster volume distributes data over its bricks.
    pub enum GlusterVolumeType {
        /// `disperse`.
        Disperse = "disperse",
        /// `distribute`.
        Distribute = "distribute",
        /// `distributed_disperse`.
        DistributedDisperse = "distributed_disperse",
        /// `distributed_replicate`.
        DistributedReplicate = "distributed_replicate",
        /// `distributed_stripe`.
        DistributedStripe = "distributed_stripe",
        /// `distributed_striped_replicate`.
        DistributedStripedReplicate = "distributed_striped_replicate",
        /// `replicate`.
        Replicate = "replicate",
        /// `stripe`.
        Stripe = "stripe",
        /// `striped_replicate`.
        StripedReplicate = "striped_replicate",
    }
}
