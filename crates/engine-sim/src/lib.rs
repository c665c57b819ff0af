//! A simulator of the oVirt engine: an HTTPS server that implements the engine's REST API in
//! memory, for tests, demos and experiments without an oVirt installation.
//!
//! Clients see what they would see from an engine: collections and actions, identifiers, links,
//! faults, events, jobs, and life cycles that take time. There are no hosts or VMs behind them.
//! Routing, validation and rendering follow from the model of the API; code exists only for what
//! a type does beyond that.
//!
//! ```
//! use ovirt_engine_sim::{Engine, Rule};
//!
//! // Ten VMs on two hosts; the same seed yields the same identifiers.
//! let engine = Engine::builder().vms(10).hosts(2).seed(42).start()?;
//! println!("{} as {}", engine.url(), engine.username());
//!
//! // The next two requests to list VMs fail with status code 503.
//! engine.inject(Rule::status(503).operation("vms.list").times(2));
//!
//! // ... run the client under test against `engine.url()` ...
//!
//! // The request log shows what the client sent.
//! assert_eq!(engine.count("vms.list"), 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A simulator listens on a free port of the loopback address and has its own certificate
//! authority ([`Engine::ca_pem`]). It runs on its own thread until the [`Engine`] is dropped.
//! Several can run side by side, in blocking tests and in async tests of any runtime.
//!
//! | to | use |
//! | --- | --- |
//! | inject errors, delays, broken responses, locked objects | [`Engine::inject`] and [`Rule`] |
//! | get a connected client of the SDK | `Engine::connection`, with the feature `connection` |
//! | add users with permissions | [`EngineBuilder::user`] |
//! | inspect the requests received | [`Engine::requests`], [`Engine::count`] |
//! | wait for a request without polling | [`Engine::wait_for_requests`], [`Engine::received`] |
//! | log requests | [`EngineBuilder::observe`] |
//! | expire tokens | [`Engine::expire_tokens`], [`EngineBuilder::token_lifetime`] |
//! | restart the engine under its clients | [`Engine::restart`], [`Engine::enter`], [`Rule::restart`] |
//! | persist the state across restarts | [`EngineBuilder::state`] |
//! | serve the inventory of a real engine | [`Dumper`], then [`EngineBuilder::load`] |
//! | transfer disk images | the `transfer_url` of an image transfer, as with a real engine |
//!
//! The path `/about` of the server lists the operations of the API and how far each is simulated.

mod about;
mod access;
mod active_snapshot;
mod address;
mod all_content;
mod api;
mod audit;
mod audit_messages;
mod builder;
mod caller;
mod capacity;
mod collection;
mod command_line;
mod compress;
mod computed;
mod defaults;
mod dependencies;
mod directory;
mod disk_snapshots;
mod dispatch;
mod dump;
mod engine;
mod engine_version;
mod fault;
mod follow;
mod image;
mod imageio;
mod injection;
mod inventory;
mod journal;
mod json;
mod kind;
mod kinds;
mod load;
mod lock;
mod mac_addresses;
mod message;
mod name_rule;
mod names;
mod negotiate;
mod newer;
mod node;
mod object;
mod ovf;
mod pages;
mod pki;
mod present;
pub mod program;
mod random;
mod render;
mod request_log;
mod restart;
mod root;
mod rsdl;
mod schema;
mod search;
mod server;
mod session;
mod shared;
mod sink;
mod socket;
mod sso;
mod state;
mod statistics;
mod status;
mod storage_status;
mod store;
mod tls;
mod validate;
mod world;
mod xsd;

pub use builder::EngineBuilder;
pub use dump::{DumpReport, Dumper};
pub use engine::{Engine, StartError};
pub use injection::{Injected, Rule, RuleError};
pub use request_log::{Exchange, RecordedRequest};
pub use restart::{Phase, Restart};
