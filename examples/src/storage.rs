//! Storage domains.

pub mod add_iscsi_data_storage_domain;
pub mod add_nfs_data_storage_domain;
pub mod add_nfs_iso_storage_domain;
pub mod attach_nfs_data_storage_domain;
pub mod attach_nfs_iso_storage_domain;
pub mod change_master;
pub mod list_iso_files;
pub mod list_storage_domains;
