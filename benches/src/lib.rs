//! Benchmarks of the SDK beside the limits of what it is built on: what they share.

pub mod bare;
pub mod server;
pub mod vms;
