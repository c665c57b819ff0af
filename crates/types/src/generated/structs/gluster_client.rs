//! `GlusterClient`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A client of a gluster brick.
#[derive(Clone)]
pub struct GlusterClient {
    /// Bytes that it has read.
    pub bytes_read: Option<i64>,
    /// Bytes that it has written.
    pub bytes_written: Option<i64>,
    /// Client port, a whole number.
    pub client_port: Option<i64>,
    /// Host name of the gluster client.
    pub host_name: Option<String>,
}

api_struct! {
    GlusterClient "gluster_client" "gluster_clients" anonymous {
        /// Bytes that it has read.
        0 integer bytes_read;
        /// Bytes that it has written.
        1 integer bytes_written;
        /// Client port, a whole number.
        2 integer client_port;
        /// Host name of the gluster client.
        3 text host_name;
    }
}
