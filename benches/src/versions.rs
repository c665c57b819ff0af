//! Versions of libraries and tools, for the head of a table.

use std::process::Command;

const LOCK: &str = include_str!("../../Cargo.lock");

/// The versions of a package in `Cargo.lock`.
#[must_use]
pub fn locked(package: &str) -> String {
    let name = format!("name = \"{package}\"\nversion = \"");
    let versions: Vec<&str> = LOCK
        .split(&name)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    format!("{package} {}", versions.join(" and "))
}

/// The name and version that a tool prints for `--version`.
#[must_use]
pub fn tool(name: &str) -> String {
    let output = Command::new(name).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let text = text.unwrap_or_else(|_| format!("{name} absent"));
    let words: Vec<&str> = text.split_whitespace().take(2).collect();
    words.join(" ")
}
