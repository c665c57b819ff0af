//! Baselines: the work that the SDK is compared with, done by the libraries alone.

pub mod http;
pub mod xml;
