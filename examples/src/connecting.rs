//! Connecting: credentials, trust, proxies, compression.

pub mod connection_builder;
pub mod disable_compression;
pub mod enable_compression;
pub mod process_errors;
pub mod test_connection;
