//! `NetworkConfiguration`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Dns, List, Nic, Shared};

/// Network settings for cloud-init in its former form.
#[derive(Clone)]
pub struct NetworkConfiguration {
    /// DNS of the network configuration.
    pub dns: Option<Shared<Dns>>,
    /// Its network interfaces.
    pub nics: Option<List<Nic>>,
}

api_struct! {
    NetworkConfiguration "network_configuration" "network_configurations" anonymous {
        /// DNS of the network configuration.
        0 object(Dns) dns;
        /// Its network interfaces.
        1 list(Nic) nics;
    }
}
