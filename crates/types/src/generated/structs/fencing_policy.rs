//! `FencingPolicy`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{SkipIfConnectivityBroken, SkipIfSdActive};

/// When hosts of a cluster may be fenced.
#[derive(Clone)]
pub struct FencingPolicy {
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// Not when many hosts have lost their connection.
    pub skip_if_connectivity_broken: Option<SkipIfConnectivityBroken>,
    /// Whether a host with running gluster bricks is left alone. Since 4.1.
    pub skip_if_gluster_bricks_up: Option<bool>,
    /// Whether a host that the gluster quorum needs is left alone. Since 4.1.
    pub skip_if_gluster_quorum_not_met: Option<bool>,
    /// Not while the host renews its leases on storage.
    pub skip_if_sd_active: Option<SkipIfSdActive>,
}

api_struct! {
    FencingPolicy "fencing_policy" "fencing_policies" anonymous {
        /// Whether it is on.
        0 boolean enabled;
        /// Not when many hosts have lost their connection.
        1 inline(SkipIfConnectivityBroken) skip_if_connectivity_broken;
        /// Whether a host with running gluster bricks is left alone. Since 4.1.
        2 boolean skip_if_gluster_bricks_up;
        /// Whether a host that the gluster quorum needs is left alone. Since 4.1.
        3 boolean skip_if_gluster_quorum_not_met;
        /// Not while the host renews its leases on storage.
        4 inline(SkipIfSdActive) skip_if_sd_active;
    }
}
