//! The gate of CI: instructions and memory, which hardly depend on the machine or its load.
//!
//! `counts --check` fails if a figure exceeds its limit.

#![allow(clippy::print_stdout)]

mod file;
mod instructions;
mod memory;
mod work;

use std::alloc::System;
use std::process::ExitCode;

use ovirt_benches::lists::Lists;
use ovirt_benches::table::Table;
use ovirt_benches::{Result, versions};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const USAGE: &str = "usage: counts [memory] [--check]";

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["work", work @ ..] => work::run(work).map(|()| ExitCode::SUCCESS),
        [] => count(true, false),
        ["--check"] => count(true, true),
        ["memory"] => count(false, false),
        ["memory", "--check"] => count(false, true),
        _ => Err(USAGE.into()),
    }
}

fn count(instructions: bool, check: bool) -> Result<ExitCode> {
    let lists = Lists::load()?;
    println!("lists: {}", lists.origin());
    let mut table = Table::default();
    if instructions {
        println!(
            "{}, {}",
            versions::locked("quick-xml"),
            versions::tool("valgrind")
        );
        instructions::count(&lists, &mut table)?;
    }
    memory::count(&lists, &mut table)?;
    let holds = table.finish();
    Ok(if check && !holds {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
