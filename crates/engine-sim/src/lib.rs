//! An embedded oVirt engine: a server on a real socket, in the same process or one of its own, with
//! which anyone can try the API, and test code that uses it, with no oVirt at hand.
//!
//! It is for trying, testing and demos: it has the API's collections and actions, identifiers,
//! links, faults and life cycles as clients see them, and no machines behind them. All that it
//! knows of the API's types and services comes from the model.
//!
//! ```
//! use ovirt_engine_sim::Engine;
//!
//! let engine = Engine::builder().vms(10).hosts(2).seed(42).start()?;
//! println!("{} as {}", engine.url(), engine.username());
//! # Ok::<(), ovirt_engine_sim::StartError>(())
//! ```
//!
//! It listens at a free port of the loopback address, with a certificate of its own authority
//! ([`Engine::ca_pem`]), runs on a thread of its own and ends when it is dropped. Any number of
//! them run side by side, in blocking tests and in async ones of any runtime.
//!
//! | to | there is |
//! | --- | --- |
//! | have failures, delays, broken answers, locked objects | [`Engine::inject`] and [`Rule`] |
//! | have a connection of the SDK at once | `Engine::connection`, with the feature `connection` |
//! | have users with permissions | [`EngineBuilder::user`] |
//! | look at what was sent | [`Engine::requests`], [`Engine::count`] |
//! | wait for a request without asking again and again | [`Engine::wait_for_requests`], [`Engine::received`] |
//! | log what happens | [`EngineBuilder::observe`] |
//! | have tokens end | [`Engine::expire_tokens`], [`EngineBuilder::token_lifetime`] |
//! | keep everything over restarts | [`EngineBuilder::state`] |
//! | have the inventory of a real engine | [`Dumper`], then [`EngineBuilder::load`] |
//! | transfer images | `transfer_url` of an image transfer, as at a real engine |
//!
//! The server's address `/about` lists the operations of the API, and how far each is simulated.

mod about;
mod access;
mod all_content;
mod api;
mod audit;
mod behaviour;
mod builder;
mod collection;
mod compress;
mod defaults;
mod dump;
mod engine;
mod fault;
mod follow;
mod image;
mod imageio;
mod injection;
mod inventory;
mod journal;
mod json;
mod load;
mod message;
mod negotiate;
mod node;
mod render;
mod request_log;
mod root;
mod schema;
mod search;
mod server;
mod session;
mod sink;
mod socket;
mod sso;
mod state;
mod statistics;
mod store;
mod tls;
mod validate;
mod world;

pub use builder::EngineBuilder;
pub use dump::{DumpReport, Dumper};
pub use engine::{Engine, StartError};
pub use injection::{Injected, Rule, RuleError};
pub use request_log::{Exchange, RecordedRequest};
