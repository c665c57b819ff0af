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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    pub type_: Option<i64>,
}

api_struct! {
    LinkLayerDiscoveryProtocolElement "link_layer_discovery_protocol_element" "link_layer_discovery_protocol_elements" identified {
        0 text comment;
        1 text description;
        2 text href;
        3 text id;
        4 text name;
        5 integer oui;
        6 list(Property) properties;
        7 integer subtype;
        8 integer type_ = "type";
    }
}
