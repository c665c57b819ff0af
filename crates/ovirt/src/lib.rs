//! The SDK for the oVirt Engine REST API, version 4: every type and every service of the API,
//! typed and checked by the compiler, async and blocking.
//!
//! ```no_run
//! use ovirt::Connection;
//! use ovirt::types::{Cluster, Template, Vm, VmStatus};
//!
//! # async fn example(password: String) -> Result<(), Box<dyn std::error::Error>> {
//! let connection = Connection::builder("https://engine.example.com/ovirt-engine/api")
//!     .credentials("admin@internal", password)
//!     .ca_file("ca.pem")
//!     .build()?;
//! let vms = connection.system_service().vms_service();
//!
//! let vm = Vm::named("web1").cluster(Cluster::named("Default")).template(Template::named("Blank"));
//! let vm = vms.add(vm).await?;
//! let service = vms.vm_service(vm.try_id()?);
//! service.start().await?;
//! service.wait_until(|vm| vm.status == Some(VmStatus::Up)).await?;
//! connection.close().await?;
//! # Ok(())
//! # }
//! ```
//!
//! # What to know
//!
//! - [`Connection`] is made by its builder, logs in when it has to, and is cheap to clone.
//! - [`services`] form a tree from [`Connection::system_service`] on. Locators such as `vms_service()`
//!   send nothing. Methods such as `list()` give a request, whose setters are the method's optional
//!   parameters; what is mandatory is an argument. Services can't be made otherwise.
//! - A request is sent by `.await`, by `.call()`, which blocks, or by `.start()`, which gives a
//!   [`Pending`] to ask for the answer later. Nothing is sent before.
//! - [`types`] are plain data. Fields are public and optional: absent isn't empty. Each has a setter
//!   of its name, so that nested values read well.
//! - [`Error`] is what every call returns: an enum of kinds, each with the request, the status and
//!   what the engine said.
//!
//! # Cookbook
//!
//! | to | see |
//! | --- | --- |
//! | connect as the environment says | [`Connection::from_env`], [`Connection::from_profile`] |
//! | find out and trust an engine's CA | [`ConnectionBuilder::fetch_ca`] |
//! | find out what an address serves | [`ConnectionBuilder::probe`] |
//! | read everything of a kind | `list()` of a service, with `search`, `max` and `follow` |
//! | get what an answer only refers to | [`Connection::follow`] |
//! | read a large list bit by bit | `stream()` and `pages()` of lists, [`Stream`] |
//! | put a search together | [`Search`] |
//! | wait for the work that a request begins | [`Request::operation`], [`Connection::wait_for_jobs`] |
//! | see new events | [`EventsService::watch`](services::EventsService::watch) |
//! | send only what has changed | [`types::Patch`] |
//! | send again what failed | [`Retries`] |
//! | see what would be sent | [`Request::dry_run`] |
//! | record and play answers | [`ConnectionBuilder::record`], [`ConnectionBuilder::replay`] |
//! | wait for a state | `wait_until` of services that can be read, [`WaitUntil`] |
//! | refer to an object in a request | `Cluster::named("Default")`, `Cluster::with_id("…")`, or `&cluster` |
//! | set headers, a timeout, a correlation id | [`Request`] |
//! | check a document before it is sent | [`Request::check`] |
//! | send what this version doesn't know | [`Request::with_query`], [`Connection::raw`] |
//! | find a service by its path | [`Connection::service`] |
//! | read or write XML yourself | [`types::FromXml`], [`types::ToXml`], [`types::Document`] |
//! | test without an engine | the crate `ovirt-engine-sim` |
//!
//! # Runtimes
//!
//! Awaiting works under any executor; under tokio, requests run on the present runtime, else on a
//! small thread of the connection. Blocking calls use that thread too; inside an async task they are
//! an error that says so.
//!
//! # Features
//!
//! `http2`: HTTP/2 with servers that offer it; engines as they are installed don't.
//!
//! `serde`: all types can be serialized and deserialized in any self-describing format, with the
//! names of the API.

mod auth;
mod builder;
mod ca;
mod call;
mod clock;
mod config;
mod connection;
mod dry_run;
mod error;
mod events;
mod follow;
mod form;
mod header;
mod html;
mod jobs;
mod lazy_call;
mod list_body;
mod name_hint;
pub mod negotiate;
mod pending;
mod probe;
mod random;
mod raw;
mod recording;
mod redact;
mod request;
mod response;
mod response_kind;
mod retry;
mod search;
mod secret;
mod send;
mod service;
pub mod services;
mod session;
mod sso;
mod stream;
mod token_cache;
mod transport;
mod tree;
mod url;
mod wait;
mod wire_log;
mod worker;

/// The types of the API: arguments and results of the services' methods, and what they are made of.
#[doc(inline)]
pub use ovirt_types as types;

pub use self::builder::ConnectionBuilder;
pub use self::ca::EngineCa;
pub use self::connection::Connection;
pub use self::dry_run::DryRun;
pub use self::error::{
    AuthError, ConnectionError, Details, Error, ErrorKind, FaultError, NotFoundError, RequestInfo,
    ResponseError, TimeoutError, UsageError,
};
pub use self::jobs::{Operation, WaitForJobs};
pub use self::lazy_call::LazyCall;
pub use self::pending::Pending;
pub use self::probe::Probe;
pub use self::raw::{RawRequest, RawResponse};
pub use self::request::Request;
pub use self::response::ResponseInfo;
pub use self::retry::Retries;
pub use self::search::{Order, Search};
pub use self::service::{AnyService, Service};
pub use self::stream::{BlockingIter, Stream};
pub use self::wait::WaitUntil;

/// The README's examples, so that they compile.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// The examples of the package's README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct PackageReadme;

/// The guide's examples.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guide/connecting.md")]
struct Connecting;

/// The guide's examples.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guide/working.md")]
struct Working;

/// The guide's examples.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guide/simulator.md")]
struct Simulator;
