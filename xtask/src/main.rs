//! Project tasks beyond cargo: `cargo xtask TASK`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

mod generate;
mod import;
mod tidy;

const USAGE: &str = "\
usage: cargo xtask TASK

tasks:
  generate [--check] write the generated code, or list stale files
  import FILE        merge a new release of the API's facts (JSON) into the model
  check-model        report problems of the model
  tidy               check rules that no other tool does
";

/// The folder of the model's files, relative to the repository.
const MODEL: &str = "crates/model/data";

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_owned)
        .unwrap_or_default()
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["import", file] => import::run(&root().join(MODEL), Path::new(file)),
        ["generate"] => generate::run(&root(), false),
        ["generate", "--check"] => generate::run(&root(), true),
        ["tidy"] => tidy::run(&root()),
        ["check-model"] => check_model(),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn check_model() -> Result<(), String> {
    let model = ovirt_model::Model::load(&root().join(MODEL)).map_err(|e| e.to_string())?;
    let problems = model.check();
    if problems.is_empty() {
        return Ok(());
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    Err(format!("{} problems", problems.len()))
}
