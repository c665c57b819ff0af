//! Tests of the public API over real sockets, against the simulator and scripted servers.

// Test helpers may panic.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// The bans of clippy.toml concern the library.
#![allow(clippy::disallowed_methods)]

mod any_requests;
mod blocking;
mod builder;
mod compiler_messages;
mod destinations;
mod documents;
mod error_texts;
mod failures;
mod generic_code;
#[cfg(feature = "http2")]
mod http2;
mod identifiers;
mod jobs_and_events;
#[cfg(all(feature = "kerberos", unix))]
mod kerberos;
mod login;
mod named;
mod network;
mod newcomers;
mod other_sdks;
mod proxy;
mod query_checks;
mod quickstart;
mod recording;
mod references;
mod requests;
mod responses;
mod restart;
mod retries;
mod secrets;
mod services;
mod streams;
mod stub;
mod support;
mod tokens;
mod trust;
mod waits;
