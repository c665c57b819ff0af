//! The services of the API: handles of objects and collections of the engine, and the requests that
//! their methods return.
//!
//! Services form a tree. Its root is [`Connection::system_service`]. Locators such as
//! [`vms_service`](SystemService::vms_service) lead to other services and send nothing. Methods
//! such as [`list`](VmsService::list) return a request, which is sent by `.await`, `.call()` or
//! `.spawn()`.

mod generated;

use crate::connection::Connection;
use crate::service::Location;

pub use self::generated::*;

impl Connection {
    /// The root of the tree of services.
    pub fn system_service(&self) -> SystemService {
        SystemService(Location::root(self))
    }
}
