//! What the fuzz targets do with the bytes that they get. Each takes any bytes, and panics where
//! the SDK breaks a promise: that is what fuzzing looks for.

#![forbid(unsafe_code)]

pub mod answers;
pub mod date;
pub mod json;
pub mod list_reader;
pub mod login;
pub mod profile;
pub mod reader;
mod replay;
pub mod search;
pub mod tokenizer;
mod values;

/// The check of one input of a target.
pub type Check = fn(&[u8]);

/// All targets by their names, which are those of their folders of seeds too.
pub const TARGETS: &[(&str, Check)] = &[
    ("answers", answers::check),
    ("date", date::check),
    ("json", json::check),
    ("list_reader", list_reader::check),
    ("login", login::check),
    ("profile", profile::check),
    ("reader", reader::check),
    ("search", search::check),
    ("tokenizer", tokenizer::check),
];
