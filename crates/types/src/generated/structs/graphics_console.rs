//! `GraphicsConsole`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{GraphicsType, InstanceType, Link, Template, Vm};

/// A console of a VM; its identifier is the name of the protocol in hexadecimal.
#[derive(Clone)]
pub struct GraphicsConsole {
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
    /// Address to connect to; present while the VM runs.
    pub address: Option<String>,
    /// Plain port; present while the VM runs.
    pub port: Option<i64>,
    /// SPICE or VNC.
    pub protocol: Option<GraphicsType>,
    /// Port with TLS; present while the VM runs.
    pub tls_port: Option<i64>,
    /// Instance type that it belongs to.
    pub instance_type: Option<Link<InstanceType>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    GraphicsConsole "graphics_console" "graphics_consoles" identified {
        /// Address to connect to; present while the VM runs.
        0 text address;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Instance type that it belongs to.
        5 link(InstanceType) instance_type;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Plain port; present while the VM runs.
        7 integer port;
        /// SPICE or VNC.
        8 enumeration(GraphicsType) protocol;
        /// Template that it belongs to.
        9 link(Template) template;
        /// Port with TLS; present while the VM runs.
        10 integer tls_port;
        /// VM that it belongs to.
        11 link(Vm) vm;
    }
}
