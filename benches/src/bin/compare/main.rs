//! The SDK beside the limits of what it is built on, each in processes of its own, in one run.
//!
//! `compare` prints the table, `compare scaling` draws how costs grow. The other command is what they
//! start: clients that do one piece of work and print what it took.

#![allow(clippy::print_stdout)]

mod bench;
mod client;
mod process;
mod scaling;
mod table;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const USAGE: &str = "usage: compare [documents] [lists] [requests] [--vms N] [--rounds N] [--check]\n       compare scaling FILE.svg";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["client", work, plain, tls, ca, count] => client::run(work, [plain, tls], ca, count),
        ["scaling", file] => scaling::run(Path::new(file)),
        options => table::run(options),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("compare: {error}");
            ExitCode::FAILURE
        }
    }
}
