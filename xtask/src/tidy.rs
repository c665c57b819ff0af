//! Checks beyond rustfmt and clippy: file heads, duplicate type names, comment width, module style,
//! forbidden words, broken links.

use std::path::Path;
use std::process::Command;

/// Words that must not be in the repository's own files, and what they mean there.
const FORBIDDEN: &[(&str, &str)] = &[
    (
        concat!("TO", "DO"),
        "is finished, or has a reason in an issue",
    ),
    (
        concat!("FIX", "ME"),
        "is finished, or has a reason in an issue",
    ),
    (concat!("/ho", "me/"), "is a path of somebody's machine"),
    (concat!("/wo", "rk/"), "is a path of somebody's machine"),
    (
        concat!("allow(dead", "_code)"),
        "hides what should be removed",
    ),
    (concat!("#[ign", "ore]"), "hides a test"),
];

/// Checks all files that git tracks.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut problems = Vec::new();
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        if let Ok(text) = std::fs::read_to_string(root.join(name)) {
            check(name, &text, &mut problems);
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n"))
    }
}

fn check(name: &str, text: &str, problems: &mut Vec<String>) {
    let is_rust = name.ends_with(".rs");
    if is_rust && !text.starts_with("//!") {
        problems.push(format!("{name}: does not begin with its purpose (//!)"));
    }
    if !is_rust {
        return;
    }
    for (number, line) in text.lines().enumerate() {
        for (word, what) in FORBIDDEN {
            if line.contains(word) {
                problems.push(format!("{name}:{}: `{word}` {what}", number + 1));
            }
        }
    }
}
