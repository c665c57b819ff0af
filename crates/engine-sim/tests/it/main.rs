//! What clients see of the embedded engine, over a real socket, with a client that knows nothing
//! of the API.

// Helpers of tests fail as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod access;
mod client;
mod collections;
mod faults;
mod images;
mod injection;
mod load;
mod machines;
mod program;
mod quotas;
mod recording;
mod search;
mod sessions;
mod state;
mod users;
mod wire;
