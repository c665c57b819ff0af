//! Tests of the command line: against the simulator, and against the model of the API.

// Test helpers may panic.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod apply;
mod bad_input;
mod changes;
mod commands;
mod connecting;
mod every_method;
mod everyday;
mod failures;
mod guide;
mod lists;
mod looking_inside;
mod reference;
mod several_engines;
#[cfg(unix)]
mod shells;
mod structure;
mod support;
#[cfg(unix)]
mod terminals;
