//! What users of the types rely on, through the public API.

// Helpers of tests fail as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod broken;
mod canonical;
mod corpus;
mod hostile;
mod limits;
mod list_cache;
mod list_reader;
mod patch;
mod property;
mod quirks;
mod round_trip;
mod text;
mod tokenizer;
mod values;
