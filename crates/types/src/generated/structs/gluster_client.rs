//! `GlusterClient`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A client of a gluster brick.
#[derive(Clone)]
pub struct GlusterClient {
    /// Data that it has read. In bytes.
    pub bytes_read: Option<i64>,
    /// Data that it has written. In bytes.
    pub bytes_written: Option<i64>,
    /// Client port, a whole number.
    pub client_port: Option<i64>,
    /// Host name of the gluster client.
    pub host_name: Option<String>,
}

api_struct! {
    GlusterClient "gluster_client" "gluster_clients" anonymous {
        /// Data that it has read. In bytes.
        0 integer bytes_read;
        /// Data that it has written. In bytes.
        1 integer bytes_written;
        /// Client port, a whole number.
        2 integer client_port;
        /// Host name of the gluster client.
        3 text host_name;
    }
}
