//! `NetworkFilterParameter`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, Nic};

/// A value for a variable of a network filter. Since 4.2.
#[derive(Clone)]
pub struct NetworkFilterParameter {
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
    /// Value. Since 4.2.
    pub value: Option<String>,
    /// Network interface of the network filter parameter. Since 4.2.
    pub nic: Option<Link<Nic>>,
}

api_struct! {
    NetworkFilterParameter "network_filter_parameter" "network_filter_parameters" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Name; unique for most types, but not for disks.
        4 text name;
        /// Network interface of the network filter parameter. Since 4.2.
        5 link(Nic) nic;
        /// Value. Since 4.2.
        6 text value;
    }
}
