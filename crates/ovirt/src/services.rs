//! The services of the API: handles of objects and collections of the engine, and the requests that
//! their methods return.
//!
//! Services form a tree. Its root is [`Connection::system_service`]. Locators such as
//! [`vms_service`](SystemService::vms_service) lead to other services and send nothing. Methods
//! such as [`list`](VmsService::list) return a request, which is sent by `.await`, `.call()` or
//! `.spawn()`.
//!
//! # Failures
//!
//! Engines state failures in several ways. All of them become an [`Error`](crate::Error) with the
//! engine's fault:
//!
//! - Failed actions come as an `<action>` with a fault. Some, such as those for tickets,
//!   screenshots and host networks, come as a bare `<fault>`.
//! - A fault can be within a response with status 200, for example that of fencing a host.
//! - A fault can have a reason only, and no detail.
//!
//! A missing object is usually [`Error::NotFound`](crate::Error::NotFound), but not always:
//!
//! - Lists below it, such as the NICs of a VM, are empty.
//! - [`start`](VmService::start) of an unknown VM fails with status 500, and actions on an unknown
//!   image transfer succeed.
//! - [`get`](EventService::get) of an event fails with status 400 if the id is not a number.

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
