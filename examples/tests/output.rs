//! Runs each example on a simulator of its own and compares what it prints with its documentation.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::thread;

/// Runs the program on a simulator.
fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ovirt-examples"))
        .args(arguments)
        .env_remove("OVIRT_URL")
        .output()
        .unwrap()
}

/// Area and name of each example.
fn examples() -> Vec<(String, String)> {
    let list = String::from_utf8(run(&[]).stdout).unwrap();
    list.lines()
        .filter_map(|line| line.split_once(": "))
        .flat_map(|(area, names)| {
            names
                .split(' ')
                .map(|name| (area.to_owned(), name.to_owned()))
        })
        .collect()
}

/// The text block of the file's documentation: what the example prints.
fn documented_output(area: &str, name: &str) -> Option<String> {
    let file = Path::new("src").join(area).join(name).with_extension("rs");
    let text = std::fs::read_to_string(&file).unwrap();
    let block = text
        .split("//! ```text\n")
        .nth(1)?
        .split("//! ```\n")
        .next()?;
    let lines = block.lines().map(|line| {
        let line = line.trim_start_matches("//!");
        line.strip_prefix(' ').unwrap_or(line)
    });
    Some(lines.map(|line| format!("{line}\n")).collect())
}

/// Returns how the example fails, if it does.
fn failure(area: &str, name: &str) -> Option<String> {
    let Some(expected) = documented_output(area, name) else {
        return Some(format!("{area}/{name}.rs does not document its output"));
    };
    let output = run(&[name]);
    let printed = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    if output.status.success() && printed == expected {
        return None;
    }
    Some(format!(
        "{area}/{name}.rs: {}\nexpected:\n{expected}printed:\n{printed}{errors}",
        output.status
    ))
}

#[test]
fn each_example_prints_its_documented_output() {
    let examples = examples();
    assert!(!examples.is_empty());
    let remaining = Mutex::new(examples.iter());
    let failures = Mutex::new(Vec::new());
    thread::scope(|scope| {
        // They wait most of the time.
        for _ in 0..8 {
            scope.spawn(|| {
                loop {
                    let next = remaining.lock().unwrap().next();
                    let Some((area, name)) = next else { return };
                    let failure = failure(area, name);
                    failures.lock().unwrap().extend(failure);
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn every_file_of_an_area_is_listed() {
    for (area, _) in examples() {
        for entry in std::fs::read_dir(Path::new("src").join(&area)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            assert!(
                examples().contains(&(area.clone(), name.clone())),
                "{area}/{name}.rs is not listed in main.rs"
            );
        }
    }
}

#[test]
fn an_unknown_name_is_reported() {
    let output = run(&["list_machines"]);
    assert!(!output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("there is no example \"list_machines\"")
    );
}
