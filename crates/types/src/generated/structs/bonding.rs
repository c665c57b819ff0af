//! `Bonding`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{HostNic, Link, List, Mac, NamedOption};

/// Settings of a bond of several interfaces.
#[derive(Clone)]
pub struct Bonding {
    /// Hardware address of the other side in mode 4. Since 4.0.3.
    pub ad_partner_mac: Option<Mac>,
    /// Options such as `mode` and `miimon`.
    pub options: Option<List<NamedOption>>,
    /// Interfaces that make it up.
    pub slaves: Option<List<HostNic>>,
    /// Interface in use, in modes with only one. Since 4.1.0.
    pub active_slave: Option<Link<HostNic>>,
}

api_struct! {
    Bonding "bonding" "bondings" anonymous {
        /// Interface in use, in modes with only one. Since 4.1.0.
        0 link(HostNic) active_slave;
        /// Hardware address of the other side in mode 4. Since 4.0.3.
        1 inline(Mac) ad_partner_mac;
        /// Options such as `mode` and `miimon`.
        2 list(NamedOption) options;
        /// Interfaces that make it up.
        3 list(HostNic) slaves;
    }
}
