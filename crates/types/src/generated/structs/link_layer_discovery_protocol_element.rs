//! `LinkLayerDiscoveryProtocolElement`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, Property};

/// What a switch tells of itself to a host's interface. Since 4.1.6.
#[derive(Clone)]
pub struct LinkLayerDiscoveryProtocolElement {
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
    /// OUI, a whole number. Since 4.1.6.
    pub oui: Option<i64>,
    /// Properties as names and values. Since 4.1.6.
    pub properties: Option<List<Property>>,
    /// Subtype, a whole number. Since 4.1.6.
    pub subtype: Option<i64>,
    /// Kind of it. Since 4.1.6.
    #[doc(alias = "type")]
    pub type_: Option<i64>,
}

api_struct! {
    LinkLayerDiscoveryProtocolElement "link_layer_discovery_protocol_element" "link_layer_discovery_protocol_elements" identified {
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
        /// OUI, a whole number. Since 4.1.6.
        5 integer oui;
        /// Properties as names and values. Since 4.1.6.
        6 list(Property) properties;
        /// Subtype, a whole number. Since 4.1.6.
        7 integer subtype;
        /// Kind of it. Since 4.1.6.
        8 integer type_ = "type";
    }
}
