//! A client for the [oVirt](https://www.ovirt.org) Engine REST API, version 4.
//!
//! - All types and services of the API, checked by the compiler.
//! - The same requests [with `.await`, blocking, or in the background](#sending-requests).
//! - [Errors](Error) that say what the engine refused and what to do about it.
//! - Conveniences: [waiting for a state](WaitUntil) or for [jobs](Operation), [streams and
//!   pages](Stream) of large lists, [watching events](services::EventsService::watch), [following
//!   links](Connection::follow), [patches](types::Patch), [retries](Retries).
//! - Tests without an engine: [recordings](ConnectionBuilder::record), and the simulator in the
//!   crate `ovirt-engine-sim`.
//!
//! # Example
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
//! // List.
//! for vm in &vms.list().search("name=web*").await? {
//!     println!("{:?} is {:?}", vm.name, vm.status);
//! }
//!
//! // Create, start, and wait.
//! let (cluster, template) = (Cluster::named("Default"), Template::named("debian"));
//! let vm = Vm::named("web1").cluster(cluster).template(template);
//! let vm = vms.add(vm).await?;
//! let vm = vms.vm_service(&vm);
//! vm.start().await?;
//! vm.wait_for_status(VmStatus::Up).await?;
//!
//! connection.close().await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Connecting
//!
//! [`Connection::builder`] configures a [`Connection`]: credentials or a token, trusted CAs, a
//! proxy, timeouts and retries. [`Connection::from_env`] and [`Connection::from_profile`] read
//! environment variables and configuration files. A connection logs in with its first request. It
//! is cheap to clone and can be used from many tasks and threads.
//!
//! # Services
//!
//! [`services`] form a tree that begins at [`Connection::system_service`] and mirrors the paths of
//! the API. Locators, such as `vms_service()`, return another service and send nothing. Methods,
//! such as `list()` and `add(vm)`, return a request.
//!
//! [`types`] are plain data with public, optional fields. Each field has a setter of the same name:
//! `Vm::named("a").memory(1 << 30)`, which also [takes options](types::IntoMember).
//! `Cluster::named("Default")`, `Cluster::with_id("…")` and `&cluster` refer to existing objects.
//!
//! # Sending requests
//!
//! A request is a value. Mandatory parameters are arguments of the method, optional ones are
//! setters: `vms.list().search("name=web*").max(50)`. Nothing is sent until one of:
//!
//! - `.await` sends it and waits, under any executor. Under tokio it runs on the current runtime,
//!   elsewhere on a thread of the connection.
//! - `.call()` sends it and blocks. Inside an async task this is an error, not a deadlock.
//! - `.spawn()` sends it in the background and returns a [`Pending`] for the outcome.
//!
//! Every request has further options, such as `with_timeout`, `with_header`, `with_retries`,
//! `dry_run` and `check`: see [`Request`]. Calls outside of services, such as
//! [`Connection::follow`], are a [`LazyCall`] with the same three verbs.
//!
//! # Cookbook
//!
//! | Task | See |
//! | --- | --- |
//! | Configure by environment or profile | [`Connection::from_env`], [`Connection::from_profile`] |
//! | Fetch and trust an engine's CA | [`ConnectionBuilder::fetch_ca`] |
//! | Check what a URL serves | [`ConnectionBuilder::probe`] |
//! | List objects | `list()` of a service, with `search`, `max` and `follow` |
//! | Find an object by its name | `named` of collections, [`Named`] |
//! | Build a search | [`Search`] |
//! | Process a large list | `stream()` and `pages()` of lists, [`Stream`] |
//! | Follow a link of a response | [`Connection::follow`] |
//! | Wait for a state | `wait_until` and `wait_for_status` of services, [`WaitUntil`] |
//! | Wait for an IP address | `wait_for_ip` of VMs, [`WaitForIp`] |
//! | Wait for a removal | `wait_until_gone` of services, [`WaitUntilGone`] |
//! | Wait for the work behind a request | [`Request::operation`], [`Connection::wait_for_jobs`] |
//! | Watch events | [`EventsService::watch`](services::EventsService::watch) |
//! | Send only changed members | [`types::Patch`] |
//! | Retry failed requests | [`Retries`] |
//! | Set a header, timeout or correlation id | [`Request`] |
//! | Show what would be sent | [`Request::dry_run`] |
//! | Check a document before sending it | [`Request::check`] |
//! | Send what the SDK does not know | [`Request::with_query`], [`Connection::raw`] |
//! | Find a service by its path | [`Connection::service`] |
//! | Send requests of types known at run time | [`AnyRequest`], [`types::Document`] |
//! | Decode or encode XML | [`types::FromXml`], [`types::ToXml`], [`types::Document`] |
//! | Record and replay responses | [`ConnectionBuilder::record`], [`ConnectionBuilder::replay`] |
//! | Respond with a function in tests | [`ConnectionBuilder::respond_with`] |
//! | Test without an engine | the crate `ovirt-engine-sim` |
//!
//! # Feature flags
//!
//! None is enabled by default.
//!
//! - `http2`: HTTP/2 with servers that offer it. Default installations of the engine do not.
//! - `serde`: `Serialize` and `Deserialize` for all types, [as JSON](types#json) for example.
//! - `chrono`, `jiff`, `time`: conversions between [`types::Date`] and dates of these libraries.

mod any_request;
mod auth;
mod builder;
mod ca;
mod call;
mod clock;
mod config;
mod connection;
mod correlation_id;
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
mod named;
pub mod negotiate;
mod operation;
mod outage;
mod pending;
mod probe;
mod query_check;
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
mod span;
mod sso;
mod status;
mod stream;
mod stub;
mod suggestion;
mod token_cache;
mod transport;
mod tree;
mod url;
mod wait;
mod wire_log;
mod work;
mod worker;

/// The types of the API: arguments and results of the services' methods, and their members.
// A module, not the crate itself under another name: compiler messages then say
// `ovirt::types::Vm`, not `ovirt::ovirt_types::Vm`.
pub mod types {
    #[doc(inline)]
    pub use ovirt_types::*;
}

pub use self::any_request::AnyRequest;
pub use ovirt_http::rustls;

pub use self::builder::ConnectionBuilder;
pub use self::ca::EngineCa;
pub use self::connection::Connection;
pub use self::dry_run::DryRun;
pub use self::error::{
    AuthError, ConnectionError, Details, Error, ErrorKind, FaultError, NotFoundError, RequestInfo,
    ResponseError, Result, TimeoutError, UsageError,
};
pub use self::jobs::WaitForJobs;
pub use self::lazy_call::LazyCall;
pub use self::named::Named;
pub use self::operation::Operation;
pub use self::pending::Pending;
pub use self::probe::Probe;
pub use self::raw::{RawRequest, RawResponse};
pub use self::request::Request;
pub use self::response::ResponseInfo;
pub use self::retry::Retries;
pub use self::search::{Order, Search};
pub use self::service::{AnyService, Service};
pub use self::stream::{BlockingIter, Stream};
pub use self::stub::{StubRequest, StubResponse};
pub use self::wait::{WaitForIp, WaitForPool, WaitUntil, WaitUntilGone};

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
#[doc = include_str!("../../../docs/guide/types.md")]
struct Shapes;

/// The guide's examples.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guide/other-sdks.md")]
struct OtherSdks;

/// The guide's examples.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guide/simulator.md")]
struct Simulator;
