//! `IscsiBond`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{DataCenter, Link, List, Network, StorageConnection};

/// Networks and targets over which iSCSI storage is reached on several ways.
#[derive(Clone)]
pub struct IscsiBond {
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
    /// Data center that it belongs to.
    pub data_center: Option<Link<DataCenter>>,
    /// Networks of the iSCSI bond.
    pub networks: Option<List<Network>>,
    /// Storage connections of the iSCSI bond.
    pub storage_connections: Option<List<StorageConnection>>,
}

api_struct! {
    IscsiBond "iscsi_bond" "iscsi_bonds" identified {
        0 text comment;
        1 link(DataCenter) data_center;
        2 text description;
        3 text href;
        4 text id;
        5 text name;
        6 list(Network) networks;
        7 list(StorageConnection) storage_connections;
    }
}
