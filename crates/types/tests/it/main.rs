//! What users of the types rely on, through the public API.

// Helpers of tests fail as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod alike;
mod broken;
mod canonical;
mod corpus;
mod hostile;
mod limits;
mod list_reader;
mod patch;
mod peculiar;
mod property;
mod round_trip;
mod scan;
mod text;
mod values;
