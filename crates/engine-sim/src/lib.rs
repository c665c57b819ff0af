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

mod about;
mod api;
mod behaviour;
mod builder;
mod engine;
mod fault;
mod follow;
mod image;
mod imageio;
mod injection;
mod input;
mod inventory;
mod journal;
mod load;
mod message;
mod node;
mod record;
mod recording;
mod records;
mod render;
mod root;
mod schema;
mod search;
mod server;
mod socket;
mod sso;
mod state;
mod store;
mod tls;
mod view;
mod world;

pub use builder::EngineBuilder;
pub use engine::{Engine, StartError};
pub use injection::{Injected, Rule, RuleError};
pub use record::{Recorded, Recorder};
pub use recording::{Exchange, RecordedRequest};
