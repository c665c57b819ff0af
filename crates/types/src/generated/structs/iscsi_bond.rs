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
    /// Address of the object, as a path on the engine's host. Read-only.
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
        /// Free text by the user.
        0 text comment;
        /// Data center that it belongs to.
        1 link(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Networks of the iSCSI bond.
        6 links(Network) networks;
        /// Storage connections of the iSCSI bond.
        7 links(StorageConnection) storage_connections;
    }
}
