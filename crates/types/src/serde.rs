//! Feature `serde`: serialization of all types in self-describing formats such as JSON.
//!
//! The shapes are described in the documentation of the crate. Values are written in one shape and
//! read in several, among them those of the engine.

mod deserialize;
mod document;
mod scalar;
mod serialize;

pub(crate) use deserialize::deserialize;
pub(crate) use serialize::serialize;
