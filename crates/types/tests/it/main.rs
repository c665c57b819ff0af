//! Integration tests of the types through the public API.

// Allowed in helpers as in tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod corpus;
mod date;
mod engine_json;
mod generator;
mod hostile;
mod limits;
mod list_cache;
mod list_reader;
mod malformed;
mod patch;
mod property;
mod quirks;
mod round_trip;
mod scalars;
mod setters;
mod tokenizer;
mod values;
mod view;
