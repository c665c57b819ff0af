//! The guide of the command line is a transcript: its commands are run against the simulator, and
//! print what the guide says.
//!
//! In a block `console`, a line `$ …` is run by a shell; the lines below it are what it prints on
//! both streams. A line `...` stands for any lines, `[..]` for any text within one. A block
//! `yaml FILE` is written to that file first. Commands of one page share an engine. Other tools for
//! transcripts run no pipes, `||` or `$?`, which the guide is about.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use ovirt_engine_sim::Engine;

/// A command of a page, and what it shall print.
struct Step {
    line: usize,
    command: String,
    expected: Vec<String>,
}

enum Part {
    Run(Step),
    Write { file: String, text: String },
}

fn parts(page: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((_, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else {
            continue;
        };
        let block: Vec<(usize, &str)> = lines.by_ref().take_while(|(_, it)| *it != "```").collect();
        match info.split_once(' ') {
            Some(("yaml", file)) => parts.push(Part::Write {
                file: file.to_owned(),
                text: block.iter().map(|(_, line)| format!("{line}\n")).collect(),
            }),
            None if info == "console" => {
                for (number, line) in block {
                    match (line.strip_prefix("$ "), parts.last_mut()) {
                        (Some(command), _) => parts.push(Part::Run(Step {
                            line: number + 1,
                            command: command.to_owned(),
                            expected: Vec::new(),
                        })),
                        (None, Some(Part::Run(step))) => step.expected.push(line.to_owned()),
                        _ => panic!("line {}: output before a command", number + 1),
                    }
                }
            }
            _ => {}
        }
    }
    parts
}

/// Whether lines are those expected.
fn fit(expected: &[String], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => {
            (0..=lines.len()).any(|skipped| fit(rest, &lines[skipped..]))
        }
        Some((first, rest)) => match lines.split_first() {
            Some((line, others)) => fits(first, line) && fit(rest, others),
            None => false,
        },
    }
}

/// Whether a line is the one expected.
fn fits(expected: &str, line: &str) -> bool {
    let Some((start, end)) = expected.split_once("[..]") else {
        return expected.trim_end() == line.trim_end();
    };
    line.strip_prefix(start).is_some_and(|rest| {
        (0..=rest.len())
            .filter(|at| rest.is_char_boundary(*at))
            .any(|at| fits(end, &rest[at..]))
    })
}

/// A folder of its own for the files of a page.
fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ovirt-guide-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[cfg(unix)]
#[test]
fn the_guide_prints_what_it_says() {
    let engine = Engine::builder()
        .vms(10)
        .hosts(2)
        .plain(true)
        .life_cycle(Duration::from_millis(2));
    let engine = engine.start().unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide/command-line.md");
    let page = std::fs::read_to_string(page).unwrap();
    let folder = folder();
    let program = Path::new(env!("CARGO_BIN_EXE_ovirt")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut failures = Vec::new();
    let mut count = 0;
    for part in parts(&page) {
        let step = match part {
            Part::Write { file, text } => {
                std::fs::write(folder.join(file), text).unwrap();
                continue;
            }
            Part::Run(step) => step,
        };
        count += 1;
        let output = Command::new("sh")
            .arg("-c")
            .arg(format!("{{ {}\n}} 2>&1", step.command))
            .current_dir(&folder)
            .env_clear()
            .env("PATH", &path)
            .env("HOME", &folder)
            .env("OVIRT_URL", engine.url())
            .env("OVIRT_USERNAME", engine.username())
            .env("OVIRT_PASSWORD", engine.password())
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        if !fit(&step.expected, &lines) {
            let expected = step.expected.join("\n");
            failures.push(format!(
                "line {}: $ {}\nprinted:\n{text}\ninstead of:\n{expected}\n",
                step.line, step.command
            ));
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
    assert!(count > 20, "only {count} commands");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn lines_and_texts_can_be_left_open() {
    let open = ["a [..] c", "...", "d"].map(str::to_owned);
    assert!(fit(&open, &["a b c", "x", "y", "d"]));
    assert!(fit(&open, &["a b c", "d"]));
    assert!(!fit(&open, &["a b", "d"]));
    assert!(!fit(&open, &["a b c", "x"]));
}
