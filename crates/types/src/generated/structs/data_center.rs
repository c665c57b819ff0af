//! `DataCenter`.
//!
//! @generated from `crates/model/data/types/data_centers.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, DataCenterStatus, IscsiBond, Link, List, MacPool, Network, Permission, Qos, Quota,
    QuotaModeType, Shared, StorageDomain, StorageFormat, Version,
};

/// Storage, networks and clusters that belong together.
#[derive(Clone)]
pub struct DataCenter {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Whether it has one host with local storage only. Mandatory for adding.
    pub local: Option<bool>,
    /// Whether quotas count.
    pub quota_mode: Option<QuotaModeType>,
    /// State: it is `up` once a host manages its storage. Read-only.
    pub status: Option<DataCenterStatus>,
    /// Version of the structure of its storage domains.
    pub storage_format: Option<StorageFormat>,
    /// Compatibility versions that it could be set to. Read-only.
    pub supported_versions: Option<List<Version>>,
    /// Compatibility version that its clusters have at least.
    pub version: Option<Shared<Version>>,
    /// Its clusters.
    pub clusters: Option<List<Cluster>>,
    /// Groups of networks and targets for iSCSI multipathing.
    pub iscsi_bonds: Option<List<IscsiBond>>,
    /// Pool of hardware addresses.
    pub mac_pool: Option<Link<MacPool>>,
    /// Its networks.
    pub networks: Option<List<Network>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Qoss of the data center.
    pub qoss: Option<List<Qos>>,
    /// Its quotas.
    pub quotas: Option<List<Quota>>,
    /// Storage domains attached to it; their state can only be read here.
    pub storage_domains: Option<List<StorageDomain>>,
}

api_struct! {
    DataCenter "data_center" "data_centers" identified {
        /// Its clusters.
        0 links(Cluster) clusters;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Groups of networks and targets for iSCSI multipathing.
        5 links(IscsiBond) iscsi_bonds;
        /// Whether it has one host with local storage only. Mandatory for adding.
        6 boolean local;
        /// Pool of hardware addresses.
        7 link(MacPool) mac_pool;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Its networks.
        9 links(Network) networks;
        /// Permissions on it.
        10 links(Permission) permissions;
        /// Qoss of the data center.
        11 links(Qos) qoss;
        /// Whether quotas count.
        12 enumeration(QuotaModeType) quota_mode;
        /// Its quotas.
        13 links(Quota) quotas;
        /// State: it is `up` once a host manages its storage. Read-only.
        14 enumeration(DataCenterStatus) status;
        /// Storage domains attached to it; their state can only be read here.
        15 links(StorageDomain) storage_domains;
        /// Version of the structure of its storage domains.
        16 enumeration(StorageFormat) storage_format;
        /// Compatibility versions that it could be set to. Read-only.
        17 list(Version) supported_versions;
        /// Compatibility version that its clusters have at least.
        18 object(Version) version;
    }
}
