//! `PowerManagement`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Agent, List, NamedOption, PmProxy, PowerManagementStatus};

/// Switching a host off and on from outside.
#[derive(Clone)]
pub struct PowerManagement {
    /// Name or IP address.
    pub address: Option<String>,
    /// Fence agents.
    pub agents: Option<List<Agent>>,
    /// Whether the engine may switch it off to save power.
    pub automatic_pm_enabled: Option<bool>,
    /// Whether the engine uses it.
    pub enabled: Option<bool>,
    /// Whether the engine waits for a crash dump to end.
    pub kdump_detection: Option<bool>,
    /// Options as names and values.
    pub options: Option<List<NamedOption>>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Where hosts are looked for that run the agents.
    pub pm_proxies: Option<List<PmProxy>>,
    /// Whether the host is on; returned by the action `fence`.
    pub status: Option<PowerManagementStatus>,
    /// Kind of it.
    pub type_: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
}

api_struct! {
    PowerManagement "power_management" "power_managements" anonymous {
        0 text address;
        1 list(Agent) agents;
        2 boolean automatic_pm_enabled;
        3 boolean enabled;
        4 boolean kdump_detection;
        5 list(NamedOption) options;
        6 secret password;
        7 list(PmProxy) pm_proxies;
        8 enumeration(PowerManagementStatus) status;
        9 text type_ = "type";
        10 text username;
    }
}
