//! The command line `ovirt`: every service of the oVirt Engine API as nouns and verbs.
//!
//! There is no code per command. The arguments are walked through the model of the API
//! (`walk`), then clap parses the flags of the one verb that they name (`grammar`).
//!
//! The modules are layers; each imports from those above it only, and a test checks that:
//!
//! - basics: `failure`, `stderr`, `rust_code` (requests as code), `request_log` (`-v`, `--trace`,
//!   `--timing`), `io`, `data` (facts that the model does not have), `options`, `progress`.
//! - the language: `noun` (the tree of services as words), `walk`, `address`, `value` (from texts
//!   and files to JSON), `filter` (`--where`), `flags`, `events`, `example`,
//!   `grammar`, `skeleton`.
//! - the engine: `profiles`, `connect`, `json` (documents as JSON), `session`, `many` (several
//!   objects at once), `resolve` (from `web1/nic1` to an object), `draft` and `work` (what a verb
//!   sends, to which object), `target`, `documents` (the files of `apply`).
//! - results: `output` (tables, JSON, YAML, CSV), `list`, `wait`, `dry_run`, `send`, `ensure`,
//!   `vm_add`, `engines` (several at once).
//! - `commands`: what is no method of the API. `app`: one command line.
//!
//! The library exists for the program's tests and for tools of this repository; it has one
//! function, [`run`].

mod address;
mod app;
mod commands;
mod connect;
mod data;
mod documents;
mod draft;
mod dry_run;
mod engines;
mod ensure;
mod events;
mod example;
mod failure;
mod filter;
mod flags;
mod grammar;
mod io;
mod json;
mod list;
mod many;
mod noun;
mod options;
mod output;
mod profiles;
mod progress;
mod request_log;
mod resolve;
mod rust_code;
mod send;
mod session;
mod skeleton;
mod stderr;
mod target;
mod value;
mod vm_add;
mod wait;
mod walk;
mod work;

pub use app::run;
pub use io::{Environment, Io};
pub use stderr::Stderr;
