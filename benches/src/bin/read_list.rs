//! How fast a large list is read, and how much memory it takes, beside the bare XML parser.
//!
//! Three ways over the same bytes: the parser's events alone; the events with every text and
//! attribute decoded and checked; and the SDK's types. `--check` makes it fail where the types
//! take too many times the bare parser's time, or keep too many bytes.

#![allow(clippy::print_stdout)]

use std::alloc::System;
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;

use ovirt::types::{FromXml, List, Vm};
use ovirt_benches::median::Rounds;
use ovirt_benches::vms;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// At most so many times the bare parser's time.
const MOST_TIME: f64 = 2.6;

/// At most so many bytes kept for each of the document.
const MOST_KEPT: f64 = 0.65;

const USAGE: &str = "usage: read_list [--vms N] [--rounds N] [--check]";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let options = Options::parse(std::env::args().skip(1))?;
    let document = vms::document(options.vms);
    println!(
        "{} VMs, {:.1} MB of XML, {:.0} bytes each; median of {} rounds",
        options.vms,
        document.len() as f64 / 1e6,
        document.len() as f64 / options.vms as f64,
        options.rounds
    );
    let memory = Memory::measure(&document)?;
    let speed = Speed::measure(&document, options.rounds)?;
    speed.print(&document);
    memory.print(&document, options.vms);
    let holds = speed.ratio() <= MOST_TIME && memory.ratio(&document) <= MOST_KEPT;
    println!(
        "floors: {}",
        if holds { "both hold" } else { "one is missed" }
    );
    Ok(if options.check && !holds {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

struct Options {
    vms: usize,
    rounds: usize,
    check: bool,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self {
            vms: 10_000,
            rounds: 7,
            check: false,
        };
        while let Some(argument) = arguments.next() {
            let mut number = || {
                let number = arguments.next().and_then(|text| text.parse().ok());
                number.filter(|number| *number > 0).ok_or(USAGE)
            };
            match argument.as_str() {
                "--vms" => options.vms = number()?,
                "--rounds" => options.rounds = number()?,
                "--check" => options.check = true,
                _ => return Err(USAGE.into()),
            }
        }
        Ok(options)
    }
}

/// How long each way takes.
#[derive(Default)]
struct Speed {
    events: Rounds,
    decoded: Rounds,
    types: Rounds,
}

impl Speed {
    /// The ways take turns, so that a machine that is busy for a while disturbs all of them.
    fn measure(document: &str, rounds: usize) -> Result<Self, Box<dyn Error>> {
        let mut speed = Self::default();
        for _ in 0..rounds {
            speed.events.add(|| events(black_box(document)))?;
            speed.decoded.add(|| decoded(black_box(document)))?;
            drop(
                speed
                    .types
                    .add(|| List::<Vm>::from_xml(black_box(document)))?,
            );
        }
        Ok(speed)
    }

    fn ratio(&self) -> f64 {
        self.types.median().as_secs_f64() / self.events.median().as_secs_f64()
    }

    fn print(&self, document: &str) {
        let megabytes = document.len() as f64 / 1e6;
        let bare = (self.events.median(), self.events.fastest());
        println!("                                        median         fastest");
        for (what, rounds) in [
            ("bare events", &self.events),
            ("events, decoded and checked", &self.decoded),
            ("List::<Vm>::from_xml", &self.types),
        ] {
            print!("  {what:<28}");
            for (time, bare) in [(rounds.median(), bare.0), (rounds.fastest(), bare.1)] {
                let speed = megabytes / time.as_secs_f64();
                let ratio = time.as_secs_f64() / bare.as_secs_f64();
                print!(" {speed:>5.0} MB/s {ratio:>4.2}x");
            }
            println!();
        }
        let ratio = self.ratio();
        println!("time of the types: {ratio:.2} times the bare events (floor {MOST_TIME})");
    }
}

/// What reading the list once leaves in memory.
struct Memory {
    kept: usize,
    allocations: usize,
    reallocations: usize,
}

impl Memory {
    fn measure(document: &str) -> Result<Self, Box<dyn Error>> {
        let region = Region::new(ALLOCATOR);
        let list = List::<Vm>::from_xml(document)?;
        let change = region.change();
        drop(list);
        Ok(Self {
            kept: change
                .bytes_allocated
                .saturating_sub(change.bytes_deallocated),
            allocations: change.allocations,
            reallocations: change.reallocations,
        })
    }

    fn ratio(&self, document: &str) -> f64 {
        self.kept as f64 / document.len() as f64
    }

    fn print(&self, document: &str, vms: usize) {
        let ratio = self.ratio(document);
        println!("kept: {ratio:.2} bytes a byte of XML (floor {MOST_KEPT})");
        println!(
            "  {:.0} bytes and {:.1} allocations a VM, {} reallocations; a Vm itself is {} bytes",
            self.kept as f64 / vms as f64,
            self.allocations as f64 / vms as f64,
            self.reallocations,
            size_of::<Vm>()
        );
        if let Some(peak) = peak() {
            println!("  peak of the process, document included: {peak}");
        }
    }
}

/// The most memory that the process has had, where the system tells.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}

/// The parser's events alone.
fn events(document: &str) -> Result<usize, Box<dyn Error>> {
    let mut reader = Reader::from_str(document);
    let mut count = 0;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(black_box(count)),
            event => {
                black_box(&event);
                count += 1;
            }
        }
    }
}

/// The parser's events, with all texts and attributes decoded and checked.
fn decoded(document: &str) -> Result<usize, Box<dyn Error>> {
    let document = std::str::from_utf8(document.as_bytes())?;
    let mut reader = Reader::from_str(document);
    let mut length = 0;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(black_box(length)),
            Event::Start(start) | Event::Empty(start) => length += attributes(&start)?,
            Event::Text(text) => length += text.xml10_content().len(),
            Event::CData(text) => length += text.xml10_content().len(),
            Event::GeneralRef(entity) => length += entity.xml10_content().len(),
            _ => {}
        }
    }
}

fn attributes(start: &BytesStart<'_>) -> Result<usize, Box<dyn Error>> {
    let mut length = 0;
    for attribute in start.attributes() {
        length += attribute?.normalized_value(XmlVersion::Implicit1_0)?.len();
    }
    Ok(length)
}
