//! What can be counted: instructions of reading, writing and small requests beside what they can't
//! do without, and the memory of what was read.
//!
//! Counts are nearly the same on every machine and in every run, so that a small change is seen
//! where the clock of a busy machine shows none. Valgrind counts the instructions; those of what a
//! program does before the work are counted alone, and taken off.

#![allow(clippy::print_stdout)]

use std::alloc::System;
use std::error::Error;
use std::hint::black_box;
use std::process::{Command, ExitCode};

use ovirt::Connection;
use ovirt::types::{FromXml as _, List, ListReader, ToXml as _, Vm};
use ovirt_benches::server::Server;
use ovirt_benches::{bare, vms};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Virtual machines in the list: enough that what is done once doesn't matter, and that there are several on each host.
const VMS: usize = 2_000;

/// Small requests: enough that it doesn't matter which of them wait for their answers.
const REQUESTS: usize = 1_000;

/// How much of a list arrives at once, in bytes.
const PART: usize = 32 << 10;

/// A figure, and the most that it may be.
struct Figure {
    what: &'static str,
    value: f64,
    most: f64,
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["work", name] => work(name).map(|()| ExitCode::SUCCESS),
        ["work", name, port, count] => {
            gets(name, port.parse()?, count.parse()?).map(|()| ExitCode::SUCCESS)
        }
        [] => print(&all()?, false),
        ["--check"] => print(&all()?, true),
        ["memory"] => print(&memory()?, false),
        ["memory", "--check"] => print(&memory()?, true),
        _ => Err("usage: counts [memory] [--check]".into()),
    }
}

fn print(figures: &[Figure], check: bool) -> Result<ExitCode> {
    for figure in figures {
        let mark = if figure.value > figure.most {
            "  MISSED"
        } else {
            ""
        };
        let Figure { what, value, most } = figure;
        println!("{what:<62} {value:>8.2} {most:>6.2}{mark}");
    }
    let holds = figures.iter().all(|figure| figure.value <= figure.most);
    Ok(if check && !holds {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn all() -> Result<Vec<Figure>> {
    let mut figures = instructions()?;
    figures.push(requests()?);
    figures.extend(memory()?);
    Ok(figures)
}

fn instructions() -> Result<Vec<Figure>> {
    let [document, events, read, parts] =
        ["document", "events", "read", "parts"].map(instructions_of);
    let (document, events) = (document?, events?);
    let [write, events_kept, bare_write] =
        ["write", "keep-events", "bare-write"].map(instructions_of);
    let (read, events_kept) = (read?, events_kept?);
    let ratio = |own: u64, limit: u64| own as f64 / limit as f64;
    let bare = events - document;
    Ok(vec![
        Figure {
            what: "read a list, instructions / bare events of quick-xml",
            value: ratio(read - document, bare),
            most: 0.28,
        },
        Figure {
            what: "read a list in parts, the same",
            value: ratio(parts? - document, bare),
            most: 0.41,
        },
        Figure {
            what: "write a list, instructions / bare writer of quick-xml",
            value: ratio(write? - read, bare_write? - events_kept),
            most: 1.05,
        },
    ])
}

/// Small requests, one after the other, to a server that isn't counted.
fn requests() -> Result<Figure> {
    let server = Server::start(0)?;
    let of =
        |name: &str, count: usize| instructions_of(&format!("{name} {} {count}", server.plain));
    let each = |name: &str| {
        let taken = of(name, REQUESTS)?.saturating_sub(of(name, 0)?);
        Result::Ok(taken as f64 / REQUESTS as f64)
    };
    Ok(Figure {
        what: "a small request, instructions / bare hyper",
        value: each("gets-sdk")? / each("gets-bare")?,
        most: 1.50,
    })
}

/// How many instructions a program takes that does a piece of work.
fn instructions_of(name: &str) -> Result<u64> {
    let options = [
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
    ];
    let output = Command::new("valgrind")
        .args(options)
        .arg(std::env::current_exe()?)
        .arg("work")
        .args(name.split(' '))
        .output()
        .map_err(|error| {
            format!("valgrind can't be started ({error}): install it, or count only `memory`")
        })?;
    let report = String::from_utf8_lossy(&output.stderr);
    let count = report.lines().find_map(|line| {
        let (what, count) = line.rsplit_once(':')?;
        what.ends_with("refs").then_some(count)
    });
    let digits = count
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_digit);
    let count = digits.collect::<String>().parse();
    count.map_err(|_| format!("valgrind counted nothing: {report}").into())
}

fn work(name: &str) -> Result<()> {
    let document = vms::document(VMS);
    if let "document" | "events" | "parts" = name {
        match name {
            "events" => drop(black_box(bare::events(&document)?)),
            "parts" => std::mem::forget(black_box(in_parts(&document)?)),
            _ => {}
        }
        return Ok(());
    }
    let list = List::<Vm>::from_xml(&document)?;
    match name {
        "read" => {}
        "write" => drop(black_box(list.to_xml())),
        "keep-events" | "bare-write" => {
            let text = list.to_xml();
            let events = bare::kept_events(&text)?;
            if name == "bare-write" {
                drop(black_box(bare::write(events, text.len())?));
            }
        }
        other => return Err(format!("there is no work {other:?}").into()),
    }
    std::mem::forget(list);
    Ok(())
}

fn in_parts(document: &str) -> Result<Vec<Vm>> {
    let mut reader = ListReader::<Vm>::new();
    let mut vms = Vec::new();
    for part in document.as_bytes().chunks(PART) {
        reader.feed(part);
        while let Some(vm) = reader.read()? {
            vms.push(vm);
        }
    }
    Ok(vms)
}

/// Small requests with the SDK or with hyper, and one before them that makes the connection.
fn gets(name: &str, port: u16, count: usize) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        if name == "gets-bare" {
            let client = bare::client();
            for _ in 0..=count {
                black_box(bare::get(&client, port).await?);
            }
            return Ok(());
        }
        let url = format!("http://127.0.0.1:{port}/ovirt-engine/api");
        let connection = Connection::builder(url)
            .token("t")
            .compress(false)
            .build()?;
        let tag = connection.system_service().tags_service().tag_service("1");
        for _ in 0..=count {
            black_box(tag.get().await?);
        }
        Ok(())
    })
}

/// What reading a list leaves in memory.
fn memory() -> Result<Vec<Figure>> {
    let document = vms::document(VMS);
    let region = Region::new(ALLOCATOR);
    let list = List::<Vm>::from_xml(&document)?;
    let change = region.change();
    drop(list);
    let kept = change
        .bytes_allocated
        .saturating_sub(change.bytes_deallocated);
    Ok(vec![
        Figure {
            what: "bytes kept / bytes of the document",
            value: kept as f64 / document.len() as f64,
            most: 0.22,
        },
        Figure {
            what: "allocations for a virtual machine",
            value: change.allocations as f64 / VMS as f64,
            most: 12.0,
        },
        Figure {
            what: "bytes of a `Vm`, without what it refers to",
            value: size_of::<Vm>() as f64,
            most: 1408.0,
        },
    ])
}
