//! `LogicalUnit`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::LunStatus;
use crate::macros::structs::api_struct;

/// A LUN.
#[derive(Clone)]
pub struct LogicalUnit {
    /// Serial number of the unit.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Paths to it that work.
    pub active_paths: Option<i64>,
    /// Name or IP address.
    pub address: Option<String>,
    /// Most that can be given back at once; 0 for none. In bytes. Since 4.1.
    pub discard_max_size: Option<i64>,
    /// Whether blocks given back read as zeros. Since 4.1. Deprecated.
    pub discard_zeroes_data: Option<bool>,
    /// Disk that uses it.
    pub disk_id: Option<String>,
    /// Number of the unit at its target.
    pub lun_mapping: Option<i64>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Paths to it.
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
    /// Whether it is free or used.
    pub status: Option<LunStatus>,
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
    LogicalUnit "logical_unit" "logical_units" anonymous {
        /// Paths to it that work.
        0 integer active_paths;
        /// Name or IP address.
        1 text address;
        /// Most that can be given back at once; 0 for none. In bytes. Since 4.1.
        2 integer discard_max_size;
        /// Whether blocks given back read as zeros. Since 4.1. Deprecated.
        3 boolean discard_zeroes_data;
        /// Disk that uses it.
        4 text disk_id;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Serial number of the unit.
        6 text id;
        /// Number of the unit at its target.
        7 integer lun_mapping;
        /// Password to log in with. Never returned.
        8 secret password;
        /// Paths to it.
        9 integer paths;
        /// Port to connect to.
        10 integer port;
        /// Address and port of the iSCSI portal.
        11 text portal;
        /// Product, as the device reports it.
        12 text product_id;
        /// Serial number.
        13 text serial;
        /// Size. In bytes.
        14 integer size;
        /// Whether it is free or used.
        15 enumeration(LunStatus) status;
        /// Storage domain that uses it.
        16 text storage_domain_id;
        /// Name of the iSCSI target.
        17 text target;
        /// Name to log in with.
        18 text username;
        /// Vendor, as the device reports it.
        19 text vendor_id;
        /// LVM volume group that it belongs to.
        20 text volume_group_id;
    }
}
