//! How many instructions the SDK's reading and writing take, beside what they can't do without.
//!
//! Counts are nearly the same on every machine and in every run, so that a small change is seen
//! where the clock of a busy machine shows none. Valgrind counts them; what a program does before the
//! work is counted alone, and taken off.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::hint::black_box;
use std::process::{Command, ExitCode};

use ovirt::types::{FromXml as _, List, ListReader, ToXml as _, Vm};
use ovirt_benches::{bare, vms};

/// Virtual machines in the list: enough that what is done once doesn't matter.
const VMS: usize = 200;

/// How much the SDK receives at once, as from a socket.
const PART: usize = 32 << 10;

/// Work, what is done before it, and what it is compared with.
struct Row {
    what: &'static str,
    own: &'static str,
    limit: &'static str,
    /// The most that the ratio may be.
    most: f64,
}

const ROWS: [Row; 3] = [
    Row {
        what: "read a list / bare events of quick-xml",
        own: "read",
        limit: "events",
        most: 1.9,
    },
    Row {
        what: "read a list in parts / bare events of quick-xml",
        own: "parts",
        limit: "events",
        most: 2.0,
    },
    Row {
        what: "write a list / bare writer of quick-xml",
        own: "write",
        limit: "bare-write",
        most: 2.0,
    },
];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["work", name] => work(name).map(|()| ExitCode::SUCCESS),
        [] => table(false),
        ["--check"] => table(true),
        _ => Err("usage: instructions [--check]".into()),
    }
}

fn table(check: bool) -> Result<ExitCode> {
    let mut missed = false;
    println!("{:<52} {:>12} {:>12} {:>6} {:>5}", "instructions a machine", "SDK", "limit", "ratio", "most");
    for row in ROWS {
        let own = count(row.own)?;
        let limit = count(row.limit)?;
        let ratio = own as f64 / limit as f64;
        let mark = if ratio > row.most { "  MISSED" } else { "" };
        missed |= ratio > row.most;
        let each = |count: u64| count / VMS as u64;
        println!(
            "{:<52} {:>12} {:>12} {ratio:>6.2} {:>5}{mark}",
            row.what,
            each(own),
            each(limit),
            row.most
        );
    }
    Ok(if check && missed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Instructions of a piece of work, without those of what comes before it.
fn count(name: &str) -> Result<u64> {
    let before = match name {
        "write" | "bare-write" => "read",
        _ => "document",
    };
    let before = if name == "bare-write" { "read-events" } else { before };
    Ok(counted(name)?.saturating_sub(counted(before)?))
}

fn counted(name: &str) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(std::env::current_exe()?)
        .args(["work", name])
        .output()
        .map_err(|error| format!("valgrind can't be started: {error}; Debian's package is `valgrind`"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let line = report.lines().find_map(|line| {
        let (what, count) = line.rsplit_once(':')?;
        what.ends_with("refs").then_some(count)
    });
    let digits: String = line.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    digits.parse().map_err(|_| format!("valgrind counted nothing: {report}").into())
}

fn work(name: &str) -> Result<()> {
    let document = vms::document(VMS);
    match name {
        "document" => {}
        "events" => {
            black_box(bare::events(&document)?);
        }
        "read" => {
            std::mem::forget(black_box(List::<Vm>::from_xml(&document)?));
        }
        "parts" => {
            let mut reader = ListReader::<Vm>::new();
            let mut list = Vec::new();
            for part in document.as_bytes().chunks(PART) {
                reader.feed(part);
                while let Some(vm) = reader.read()? {
                    list.push(vm);
                }
            }
            std::mem::forget(black_box(list));
        }
        "write" => {
            let list = List::<Vm>::from_xml(&document)?;
            black_box(list.to_xml());
            std::mem::forget(list);
        }
        "read-events" | "bare-write" => {
            let list = List::<Vm>::from_xml(&document)?;
            let text = list.to_xml();
            let events = bare::kept_events(&text)?;
            if name == "bare-write" {
                black_box(bare::write(events, text.len())?);
            }
            std::mem::forget(list);
        }
        other => return Err(format!("there is no work {other:?}").into()),
    }
    Ok(())
}
