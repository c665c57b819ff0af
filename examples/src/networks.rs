//! Networks, vNIC profiles and MAC pools.

pub mod add_logical_network;
pub mod add_mac_pool;
pub mod add_vnic_profile;
pub mod assign_network_to_cluster;
pub mod list_cluster_networks;
