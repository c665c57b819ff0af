//! Tests of the simulator over real sockets, with an HTTP client that knows nothing of the API.

// Helpers panic as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod actions;
mod authentication;
mod client;
mod clients;
mod collections;
mod descriptions;
mod details;
mod disks;
mod events;
mod exports;
mod faults;
mod hosts;
mod http;
mod images;
mod injection;
mod kept;
mod load;
mod locks;
mod lossless;
mod network_refusals;
mod networks;
mod permissions;
mod program;
mod quotas;
mod refusals;
mod request_log;
mod restart;
mod robustness;
mod scratch;
mod search;
mod secrets;
mod sessions;
mod state;
mod statistics;
mod storage;
mod story;
mod versions;
mod vm_refusals;
mod vms;
mod xml;
