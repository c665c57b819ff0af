//! The services of the API: handles of objects and collections on the engine, and the requests
//! that their methods make.
//!
//! They form a tree whose root is [`SystemService`]: locators such as
//! [`vms_service`](SystemService::vms_service) lead further down without sending anything, and
//! methods such as [`list`](VmsService::list) give a request value, which is sent by `.await`,
//! `.call()` or `.start()`.

mod generated;

pub(crate) use generated::NODES;
pub use generated::*;
