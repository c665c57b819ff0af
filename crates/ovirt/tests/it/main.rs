//! What users of the SDK rely on, over real sockets, against small servers that follow a script.

// Helpers of tests fail as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// The bans of clippy.toml concern the library.
#![allow(clippy::disallowed_methods)]

mod answers;
mod blocking;
mod builder;
mod documents;
mod engine;
mod faults;
#[cfg(feature = "http2")]
mod http2;
mod lessons;
mod login;
mod network;
mod proxy;
mod recording;
mod requests;
mod retries;
mod secrets;
mod server;
mod services;
mod sessions;
mod streams;
mod trust;
mod watching;
