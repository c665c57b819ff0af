//! The command line `ovirt`: every service of the oVirt Engine API as nouns and verbs.
//!
//! There is no code per command. The arguments are walked through the model of the API
//! (`walk`), then clap parses the flags of the one verb that they name (`grammar`).
//!
//! - `noun`: the tree of services as words. `flags`: parameters and members as flags.
//! - `address`, `resolve`: from `web1/nic1` to an object.
//! - `value`: from texts and files to documents. `draft`: what a verb sends.
//! - `send`, `many`, `wait`: requests, several targets, long work.
//! - `output`: tables, JSON, YAML, CSV. `filter`: `--where`.
//! - `connect`: which engine. `commands`: what spans methods.
//!
//! The library exists for the program's tests and for tools of this repository; it has one
//! function, [`run`].

mod address;
mod app;
mod commands;
mod connect;
mod data;
mod draft;
mod dry_run;
mod ensure;
mod failure;
mod filter;
mod flags;
mod grammar;
mod list;
mod many;
mod noun;
mod options;
mod output;
mod profiles;
mod resolve;
mod send;
mod session;
mod skeleton;
mod value;
mod wait;
mod walk;

pub use app::{Environment, Io, run};
