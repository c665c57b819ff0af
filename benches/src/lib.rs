//! Benchmarks of the SDK beside the limits of what it is built on: what they share.

pub mod median;
pub mod vms;
