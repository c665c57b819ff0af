//! The checks of the fuzz targets. Each accepts any bytes and panics if the SDK violates an
//! invariant.

#![forbid(unsafe_code)]

pub mod date;
pub mod document;
pub mod json;
pub mod large;
pub mod list_reader;
pub mod login;
pub mod profile;
mod replay;
pub mod responses;
pub mod search;
pub mod tokenizer;
mod values;

/// The check of one input of a target.
pub type Check = fn(&[u8]);

/// All targets by name, which is also the name of the folder with their seeds.
pub const TARGETS: &[(&str, Check)] = &[
    ("date", date::check),
    ("document", document::check),
    ("json", json::check),
    ("large", large::check),
    ("list_reader", list_reader::check),
    ("login", login::check),
    ("profile", profile::check),
    ("responses", responses::check),
    ("search", search::check),
    ("tokenizer", tokenizer::check),
];
