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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    /// State: it is `up` once a host manages its storage. Set by the engine.
    pub status: Option<DataCenterStatus>,
    /// Version of the structure of its storage domains.
    pub storage_format: Option<StorageFormat>,
    /// Compatibility versions that it could be set to. Set by the engine.
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
        0 list(Cluster) clusters;
        1 text comment;
        2 text description;
        3 text href;
        4 text id;
        5 list(IscsiBond) iscsi_bonds;
        6 boolean local;
        7 link(MacPool) mac_pool;
        8 text name;
        9 list(Network) networks;
        10 list(Permission) permissions;
        11 list(Qos) qoss;
        12 enumeration(QuotaModeType) quota_mode;
        13 list(Quota) quotas;
        14 enumeration(DataCenterStatus) status;
        15 list(StorageDomain) storage_domains;
        16 enumeration(StorageFormat) storage_format;
        17 list(Version) supported_versions;
        18 object(Version) version;
    }
}
