//! `AgentConfiguration`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::MessageBrokerType;
use crate::macros::structs::api_struct;

/// Settings of the network agent on hosts. Deprecated.
#[derive(Clone)]
pub struct AgentConfiguration {
    /// Name or IP address.
    pub address: Option<String>,
    /// Broker type, a message broker type.
    pub broker_type: Option<MessageBrokerType>,
    /// Network mappings of the agent configuration.
    pub network_mappings: Option<String>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Port to connect to.
    pub port: Option<i64>,
    /// Name to log in with.
    pub username: Option<String>,
}

api_struct! {
    AgentConfiguration "agent_configuration" "agent_configurations" anonymous {
        /// Name or IP address.
        0 text address;
        /// Broker type, a message broker type.
        1 enumeration(MessageBrokerType) broker_type;
        /// Network mappings of the agent configuration.
        2 text network_mappings;
        /// Password to log in with. Never returned.
        3 secret password;
        /// Port to connect to.
        4 integer port;
        /// Name to log in with.
        5 text username;
    }
}
