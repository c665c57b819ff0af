//! [`Stderr`]: standard error, shared by the threads of a run.

use std::fmt;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Standard error of a run: reports, questions, failures, the log of requests. Clones write to the
/// same place.
#[derive(Clone, Debug)]
pub struct Stderr(Arc<Mutex<Output>>);

#[derive(Debug)]
enum Output {
    Process(io::Stderr),
    Buffer(Vec<u8>),
}

impl Stderr {
    /// Writes to standard error of the process.
    pub fn of_process() -> Self {
        Self::to(Output::Process(io::stderr()))
    }

    /// Keeps what is written, for [`captured_text`](Self::captured_text).
    pub fn captured() -> Self {
        Self::to(Output::Buffer(Vec::new()))
    }

    /// What has been written since [`captured`](Self::captured); empty for the process.
    pub fn captured_text(&self) -> String {
        match &*self.lock() {
            Output::Process(_) => String::new(),
            Output::Buffer(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    /// Whether it is that of the process, rather than captured.
    pub(crate) fn is_process(&self) -> bool {
        matches!(&*self.lock(), Output::Process(_))
    }

    /// Whether it is a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(&*self.lock(), Output::Process(stderr) if stderr.is_terminal())
    }

    fn to(target: Output) -> Self {
        Self(Arc::new(Mutex::new(target)))
    }

    fn lock(&self) -> MutexGuard<'_, Output> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What `write!` and `writeln!` call: lines of several threads do not mix.
    pub(crate) fn write_fmt(&self, arguments: fmt::Arguments<'_>) -> io::Result<()> {
        let text = arguments.to_string();
        match &mut *self.lock() {
            Output::Process(stderr) => stderr.write_all(text.as_bytes()),
            Output::Buffer(buffer) => buffer.write_all(text.as_bytes()),
        }
    }

    pub(crate) fn flush(&self) -> io::Result<()> {
        match &mut *self.lock() {
            Output::Process(stderr) => stderr.flush(),
            Output::Buffer(_) => Ok(()),
        }
    }
}
