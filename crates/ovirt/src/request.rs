//! A call of the API as a value.

use std::time::Duration;

use crate::connection::Connection;

/// A call.
pub(crate) struct Call {
    pub(crate) connection: Connection,
    pub(crate) operation: &'static str,
    pub(crate) method: http::Method,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) correlation_id: Option<String>,
    pub(crate) body: Option<Vec<u8>>,
}
