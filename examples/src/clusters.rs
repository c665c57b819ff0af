//! Clusters, data centers and quotas.

pub mod add_cluster;
pub mod add_data_center;
pub mod data_center_maintenance;
pub mod list_clusters;
pub mod update_data_center;
pub mod update_quota_limits;
