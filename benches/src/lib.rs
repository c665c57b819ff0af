//! Benchmarks of the SDK and the parts they share: lists of objects, baselines, and a server.

pub mod baseline;
pub mod command_line;
pub mod lists;
pub mod process;
pub mod sdk;
pub mod server;
pub mod table;
pub mod valgrind;
pub mod versions;

/// Any error: a benchmark reports it and stops.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The result of any step of a benchmark.
pub type Result<T> = std::result::Result<T, Error>;
