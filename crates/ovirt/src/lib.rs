//! SDK for the oVirt Engine REST API.

mod auth;
mod blocking;
mod builder;
mod clock;
mod connection;
mod error;
mod follow;
mod form;
mod pending;
mod raw;
mod request;
mod response;
mod secret;
mod service;
pub mod services;
mod sso;
mod task;
mod transport;
mod tree;
mod url;
mod wait;

/// The types of the API: arguments and results of the services' methods, and what they are made of.
#[doc(inline)]
pub use ovirt_types as types;

pub use self::builder::ConnectionBuilder;
pub use self::connection::Connection;
pub use self::error::{
    AuthError, ConnectionError, Details, Error, FaultError, NotFoundError, RequestInfo,
    ResponseError, TimeoutError, UsageError,
};
pub use self::pending::Pending;
pub use self::raw::{RawRequest, RawResponse};
pub use self::service::{AnyService, Service};
pub use self::task::Task;
pub use self::wait::WaitUntil;
