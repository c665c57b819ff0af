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
    #[doc(alias = "type")]
    pub type_: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
}

api_struct! {
    PowerManagement "power_management" "power_managements" anonymous {
        /// Name or IP address.
        0 text address;
        /// Fence agents.
        1 list(Agent) agents;
        /// Whether the engine may switch it off to save power.
        2 boolean automatic_pm_enabled;
        /// Whether the engine uses it.
        3 boolean enabled;
        /// Whether the engine waits for a crash dump to end.
        4 boolean kdump_detection;
        /// Options as names and values.
        5 secrets(NamedOption) options;
        /// Password to log in with. Never returned.
        6 secret password;
        /// Where hosts are looked for that run the agents.
        7 list(PmProxy) pm_proxies;
        /// Whether the host is on; returned by the action `fence`.
        8 enumeration(PowerManagementStatus) status;
        /// Kind of it.
        9 text type_ = "type";
        /// Name to log in with.
        10 text username;
    }
}
