//! Compares what the SDK decodes, encodes and sends with an independent implementation.
//!
//! A tool for developers of the SDK. It uses only the SDK's public API.

// The tool reports on standard output.
#![allow(clippy::print_stdout)]

use std::io::Read as _;
use std::process::ExitCode;

mod capture_server;
mod cli;
mod compare;
mod faults;
mod generated;
mod requests;
mod types;

const USAGE: &str = "\
usage: conformance COMMAND

commands:
  json              decode the XML document on standard input and print it as JSON
  xml               decode the XML document on standard input and print it encoded again
  types FILE        check that each line's XML decodes to its JSON, and its JSON encodes to its XML
  faults            classify the refusals on standard input, one JSON object per line
  cli FILE          send each line through the command line, as flags and as a file, and compare
                    the requests
  requests FILE     call each line's method and compare the request that the SDK sends

A FILE has one JSON object per line.
Exit status: 0 on success, 1 if a line failed, 2 on errors.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["json"] => read_stdin().and_then(|document| types::print_json(&document)),
        ["xml"] => read_stdin().and_then(|document| types::print_xml(&document)),
        ["faults"] => read_stdin().and_then(|input| faults::classify(&input)),
        ["types", file] => read_lines(file).and_then(|lines| types::check(&lines)),
        ["cli", file] => read_lines(file).and_then(|lines| cli::check(&lines)),
        ["requests", file] => read_lines(file).and_then(|lines| requests::check(&lines)),
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

fn read_stdin() -> Result<Vec<u8>, String> {
    let mut document = Vec::new();
    std::io::stdin()
        .read_to_end(&mut document)
        .map_err(|error| format!("cannot read standard input: {error}"))?;
    Ok(document)
}

/// Parses a file with one JSON object per line. Skips blank lines.
fn read_lines(file: &str) -> Result<Vec<serde_json::Value>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}", index + 1))
        })
        .collect()
}
