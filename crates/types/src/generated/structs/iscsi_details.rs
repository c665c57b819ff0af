//! `IscsiDetails`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// What is known of an iSCSI target.
#[derive(Clone)]
pub struct IscsiDetails {
    /// Name or IP address.
    pub address: Option<String>,
    /// Disk that uses it.
    pub disk_id: Option<String>,
    /// Name of the iSCSI initiator.
    pub initiator: Option<String>,
    /// Number of the unit at its target.
    pub lun_mapping: Option<i64>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Number of paths to it.
    pub paths: Option<i64>,
    /// Port to connect to.
    pub port: Option<i64>,
    /// Address and port of the iSCSI portal.
    pub portal: Option<String>,
    /// Product, as the device reports it.
    pub product_id: Option<String>,
    /// Serial number.
    pub serial: Option<String>,
    /// Size. In bytes.
    pub size: Option<i64>,
    /// State. Read-only.
    pub status: Option<String>,
    /// Storage domain that uses it.
    pub storage_domain_id: Option<String>,
    /// Name of the iSCSI target.
    pub target: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
    /// Vendor, as the device reports it.
    pub vendor_id: Option<String>,
    /// LVM volume group that it belongs to.
    pub volume_group_id: Option<String>,
}

api_struct! {
    IscsiDetails "iscsi_details" "iscsi_detailss" anonymous {
        /// Name or IP address.
        0 text address;
        /// Disk that uses it.
        1 text disk_id;
        /// Name of the iSCSI initiator.
        2 text initiator;
        /// Number of the unit at its target.
        3 integer lun_mapping;
        /// Password to log in with. Never returned.
        4 secret password;
        /// Number of paths to it.
        5 integer paths;
        /// Port to connect to.
        6 integer port;
        /// Address and port of the iSCSI portal.
        7 text portal;
        /// Product, as the device reports it.
        8 text product_id;
        /// Serial number.
        9 text serial;
        /// Size. In bytes.
        10 integer size;
        /// State. Read-only.
        11 text status;
        /// Storage domain that uses it.
        12 text storage_domain_id;
        /// Name of the iSCSI target.
        13 text target;
        /// Name to log in with.
        14 text username;
        /// Vendor, as the device reports it.
        15 text vendor_id;
        /// LVM volume group that it belongs to.
        16 text volume_group_id;
    }
}
