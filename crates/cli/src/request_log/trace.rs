//! `--trace`: requests and responses as they are sent, without secrets.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use ovirt::DryRun;
use ovirt_model::Model;

use super::xml;
use crate::failure::Failure;
use crate::rust_code::RustCode;
use crate::stderr::Stderr;

/// Writes requests and responses.
pub(super) struct Trace {
    form: Form,
    sink: Sink,
}

enum Form {
    /// Requests and responses.
    Http,
    /// Requests as commands.
    Curl,
    /// Requests as code of the SDK.
    Rust(Box<Model>),
}

enum Sink {
    Stderr(Stderr),
    File(Mutex<File>),
    /// A file for each exchange, numbered from 1.
    Folder(PathBuf, AtomicUsize),
}

impl Trace {
    /// Parses `FORM`, `FILE` or `FORM,FILE`. A file with one of the names of the forms needs both.
    pub(super) fn parse(text: &str, stderr: &Stderr) -> Result<Self, Failure> {
        let (first, rest) = text.split_once(',').unwrap_or((text, ""));
        let (form, file) = match (first, rest) {
            ("" | "http", file) => (Form::Http, file),
            ("curl", file) => (Form::Curl, file),
            ("rust", file) => (Form::Rust(Box::new(Model::embedded())), file),
            (file, "") => (Form::Http, file),
            _ => {
                return Err(
                    Failure::usage(format!("there is no form {first:?} of a trace")).hint(
                        "use http, curl or rust, and a file after a comma: --trace=curl,FILE",
                    ),
                );
            }
        };
        let path = Path::new(file);
        let sink = if file.is_empty() {
            Sink::Stderr(stderr.clone())
        } else if path.is_dir() {
            Sink::Folder(path.to_owned(), AtomicUsize::new(1))
        } else {
            let file = create(path).map_err(|error| {
                Failure::usage(format!("cannot write the trace {file}: {error}"))
            })?;
            Sink::File(Mutex::new(file))
        };
        Ok(Self { form, sink })
    }

    /// Writes a request and its response, in the words of the SDK's wire log.
    pub(super) fn write(&self, request: &str, response: Option<&str>) {
        let text = match &self.form {
            Form::Http => {
                let response = response.map_or("< no response".to_owned(), pretty);
                format!("> {}\n{response}\n", pretty(request))
            }
            Form::Curl => match request.parse::<DryRun>() {
                Ok(request) => format!("{}\n", request.to_curl()),
                Err(_) => return,
            },
            Form::Rust(model) => {
                let request = request.parse::<DryRun>().ok();
                // A login is no request of the SDK.
                match request.and_then(|request| RustCode::of(model, &request, None)) {
                    Some(code) => format!("{};\n", code.sent().text(0)),
                    None => return,
                }
            }
        };
        // What cannot be written must not end the command.
        let _ = match &self.sink {
            Sink::Stderr(stderr) => write!(stderr, "{text}"),
            Sink::File(file) => {
                let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                file.write_all(text.as_bytes())
            }
            Sink::Folder(folder, next) => {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let file = create(&folder.join(format!("{number:04}.txt")));
                file.and_then(|mut file| file.write_all(text.as_bytes()))
            }
        };
    }
}

/// A message with its XML body indented.
fn pretty(message: &str) -> String {
    match message.split_once("\n\n") {
        Some((head, body)) if body.trim_start().starts_with('<') => {
            format!("{head}\n\n{}\n", xml::indent(body.trim()))
        }
        _ => message.trim_end().to_owned() + "\n",
    }
}

/// Creates a file that only its owner can read: responses are not for everybody.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
