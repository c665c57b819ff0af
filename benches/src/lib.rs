//! Benchmarks of the SDK beside the limits of what it is built on: what they share.

pub mod bare;
pub mod median;
pub mod vms;
