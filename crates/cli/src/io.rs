//! [`Io`]: the standard streams and environment variables of a run.

use std::ffi::OsString;
use std::io::{Read, Write};

use crate::failure::Failure;
use crate::request_log::RequestLog;
use crate::stderr::Stderr;

/// Returns the value of an environment variable.
pub type Environment<'e> = &'e dyn Fn(&str) -> Option<OsString>;

/// Standard input and output of a run.
#[non_exhaustive]
pub struct Io<'w> {
    /// Standard input.
    pub stdin: &'w mut dyn Read,
    /// Standard output: results only.
    pub stdout: &'w mut dyn Write,
    /// Standard error: reports, questions, failures.
    pub stderr: Stderr,
    /// Whether standard output is a terminal; `false` at first.
    pub is_terminal: bool,
    /// Whether somebody can answer questions; `false` at first.
    pub can_ask: bool,
    /// Until the end of the run.
    pub(crate) log: Option<RequestLog>,
}

impl<'w> Io<'w> {
    /// Input and output that are no terminals.
    pub fn new(stdin: &'w mut dyn Read, stdout: &'w mut dyn Write, stderr: Stderr) -> Self {
        Self {
            stdin,
            stdout,
            stderr,
            is_terminal: false,
            can_ask: false,
            log: None,
        }
    }
}

impl std::fmt::Debug for Io<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Io")
            .field("is_terminal", &self.is_terminal)
            .finish_non_exhaustive()
    }
}

/// Reads one line, byte by byte: what follows belongs to others.
pub(crate) fn read_line(io: &mut Io<'_>) -> String {
    let (mut line, mut byte) = (Vec::new(), [0]);
    while matches!(io.stdin.read(&mut byte), Ok(1)) && byte[0] != b'\n' {
        line.push(byte[0]);
    }
    String::from_utf8_lossy(&line).into_owned()
}

/// The content of a file, or of standard input for `-`.
pub(crate) fn read_text(file: &str, io: &mut Io<'_>) -> Result<String, Failure> {
    let failed = |error| Failure::usage(format!("cannot read {file}: {error}"));
    if file == "-" {
        let mut content = String::new();
        io.stdin.read_to_string(&mut content).map_err(failed)?;
        return Ok(content);
    }
    std::fs::read_to_string(file).map_err(failed)
}
