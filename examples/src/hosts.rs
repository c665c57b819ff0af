//! Hosts.

pub mod add_bond;
pub mod add_fence_agent;
pub mod add_host;
pub mod change_host_cluster;
pub mod list_host_statistics;
pub mod remove_host;
pub mod update_fencing_options;
pub mod upgrade_host;
