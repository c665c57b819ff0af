//! Connecting: credentials, trust, proxies, compression.

pub mod test_connection;
