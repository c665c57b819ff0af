//! The state that all connections of the server share.

use std::sync::{Arc, Mutex};

use crate::image::Images;
use crate::injection::Rules;
use crate::pki::Certificates;
use crate::request_log::RequestLog;
use crate::restart::Restarts;
use crate::schema::Schema;
use crate::sso::Sso;
use crate::world::World;

/// State shared by all connections.
pub(crate) struct Shared {
    pub(crate) world: Mutex<World>,
    pub(crate) schema: Arc<Schema>,
    pub(crate) sso: Mutex<Sso>,
    pub(crate) images: Arc<Mutex<Images>>,
    pub(crate) rules: Mutex<Rules>,
    pub(crate) request_log: RequestLog,
    pub(crate) restarts: Restarts,
    /// Scheme, host name and port of the server.
    pub(crate) origin: String,
    pub(crate) certificates: Certificates,
}
