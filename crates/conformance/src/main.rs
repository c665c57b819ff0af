//! Compares what the SDK reads, writes and sends with what an independent implementation does.
//! For developers of the SDK; it goes through the SDK's public API.

// What it prints is its purpose.
#![allow(clippy::print_stdout)]

use std::io::Read as _;
use std::process::ExitCode;

mod catcher;
mod compare;
mod generated;
mod requests;
mod types;

const USAGE: &str = "\
usage: conformance COMMAND

commands:
  json              read one XML document from standard input, print it as JSON
  xml               read one XML document from standard input, print it written back
  types FILE        check that each line's XML and JSON are read and written alike
  requests FILE     call each line's method and check the request that it sends
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["json"] => document().and_then(|document| types::print_json(&document)),
        ["xml"] => document().and_then(|document| types::print_xml(&document)),
        ["types", file] => lines(file).and_then(|lines| types::check(&lines)),
        ["requests", file] => lines(file).and_then(|lines| requests::check(&lines)),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn document() -> Result<Vec<u8>, String> {
    let mut document = Vec::new();
    std::io::stdin()
        .read_to_end(&mut document)
        .map_err(|error| format!("standard input can't be read: {error}"))?;
    Ok(document)
}

/// The lines of a file, each a JSON object.
fn lines(file: &str) -> Result<Vec<serde_json::Value>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}", number + 1))
        })
        .collect()
}
