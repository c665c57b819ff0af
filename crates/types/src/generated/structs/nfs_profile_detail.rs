//! `NfsProfileDetail`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, ProfileDetail};

/// Profile of gluster's NFS server.
#[derive(Clone)]
pub struct NfsProfileDetail {
    /// NFS server IP address of the NFS profile detail.
    pub nfs_server_ip: Option<String>,
    /// Profile details of the entity profile detail.
    pub profile_details: Option<List<ProfileDetail>>,
}

api_struct! {
    NfsProfileDetail "nfs_profile_detail" "nfs_profile_details" anonymous {
        /// NFS server IP address of the NFS profile detail.
        0 text nfs_server_ip;
        /// Profile details of the entity profile detail.
        1 list(ProfileDetail) profile_details;
    }
}
