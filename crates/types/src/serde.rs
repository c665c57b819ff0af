//! Feature `serde`: serialization of all types in self-describing formats such as JSON.
//!
//! Names are those of the API model. A list is an array or, if it has an `href`, a map of `href`
//! and `items`. Dates and enums are strings. Unset members are omitted.

mod deserialize;
mod document;
mod serialize;

pub(crate) use deserialize::deserialize;
pub(crate) use serialize::serialize;
