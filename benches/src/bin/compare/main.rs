//! Prints the table: the SDK beside the libraries that it is built on, all in one run.
//!
//! `compare client` is what it starts: a client that does one piece of work and prints its cost.

#![allow(clippy::print_stdout)]

mod client;
mod clients;
mod command_line;
mod documents;
mod lists;
mod requests;

use std::process::{Command, ExitCode};

use ovirt_benches::command_line::ovirt;
use ovirt_benches::lists::Lists;
use ovirt_benches::table::Table;
use ovirt_benches::{Result, versions};

const USAGE: &str =
    "usage: compare [counts] [documents] [lists] [requests] [cli] [--rounds N] [--against FILE]

--rounds N       rounds of each measurement (default 15)
--against FILE   compare lists with another build of this program, too
PYTHON           environment variable: an interpreter with the SDK for Python";

/// What to measure, and how.
struct Options {
    parts: Vec<String>,
    rounds: usize,
    against: Option<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["client", work, list, port, ca] => client::run(work, list, port, ca),
        ["ovirt", ref words @ ..] => ovirt(words, &[]),
        _ => options(arguments).and_then(|options| compare(&options)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("compare: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: Vec<String>) -> Result<Options> {
    let mut options = Options {
        parts: Vec::new(),
        rounds: 15,
        against: None,
    };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "counts" | "documents" | "lists" | "requests" | "cli" => options.parts.push(argument),
            "--rounds" => options.rounds = arguments.next().ok_or(USAGE)?.parse()?,
            "--against" => options.against = Some(arguments.next().ok_or(USAGE)?),
            _ => return Err(USAGE.into()),
        }
    }
    if options.rounds == 0 {
        return Err(USAGE.into());
    }
    Ok(options)
}

fn compare(options: &Options) -> Result<()> {
    let has = |part: &str| options.parts.is_empty() || options.parts.iter().any(|one| one == part);
    let libraries = ["quick-xml", "hyper", "rustls"].map(versions::locked);
    let tools = ["rustc", "curl"].map(versions::tool);
    println!("{}", libraries.join(", "));
    println!("{}", tools.join(", "));
    println!("{} rounds", options.rounds);
    if has("counts") {
        counts()?;
    }
    let lists = Lists::load()?;
    println!("lists: {}", lists.origin());
    let mut table = Table::default();
    if has("documents") {
        documents::measure(&lists, options, &mut table)?;
    }
    if has("lists") {
        lists::measure(&lists, options, &mut table)?;
    }
    if has("requests") {
        requests::measure(options, &mut table)?;
    }
    if has("cli") {
        command_line::measure(&lists, options, &mut table)?;
    }
    Ok(())
}

/// Runs `counts`, a program of its own because of its allocator.
fn counts() -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", "ovirt-benches"])
        .args(["--bin", "counts"])
        .status()?;
    if status.success() {
        return Ok(());
    }
    Err("counts failed".into())
}
