//! What clients see of the embedded engine, over a real socket, with a client that knows nothing
//! of the API.

mod access;
mod client;
mod collections;
mod faults;
mod machines;
