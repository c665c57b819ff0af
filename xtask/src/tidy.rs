//! `cargo xtask tidy`: conventions of this repository that neither rustfmt nor clippy checks.

use std::path::Path;
use std::process::Command;

mod bare_names;
mod homonyms;
mod imports;
mod links;
mod source;

/// A text file of the repository.
struct TextFile {
    /// Path below the root, with `/` as the separator.
    name: String,
    text: String,
}

impl TextFile {
    fn is_rust(&self) -> bool {
        self.name.ends_with(".rs")
    }

    fn is_generated(&self) -> bool {
        self.text
            .lines()
            .take(5)
            .any(|line| line.contains("@generated"))
    }
}

/// Checks all files that Git tracks or would track.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let files = files(root)?;
    let mut problems = Vec::new();
    for file in &files {
        if file.is_rust() {
            source::check(file, &mut problems);
        }
        if file.name.ends_with(".md") {
            links::check(file, root, &mut problems);
        }
    }
    homonyms::check(&files, &mut problems);
    bare_names::check(&files, &mut problems);
    imports::check(&files, &mut problems);
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n"))
    }
}

/// Whether a file is code written by hand, and not only tests.
fn is_source(file: &TextFile) -> bool {
    let is_test = file.name.ends_with("/tests.rs") || file.name.contains("/tests/");
    file.is_rust() && file.name.contains("/src/") && !is_test && !file.is_generated()
}

fn files(root: &Path) -> Result<Vec<TextFile>, String> {
    let output = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cannot run git: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let names = String::from_utf8_lossy(&output.stdout);
    // Deleted files are still listed, and some files are not text.
    let file = |name: &str| {
        let text = std::fs::read_to_string(root.join(name)).ok()?;
        let name = name.to_owned();
        Some(TextFile { name, text })
    };
    Ok(names.split('\0').filter_map(file).collect())
}
