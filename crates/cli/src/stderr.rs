//! [`Stderr`]: standard error, shared by the threads of a run.

use std::fmt;
use std::io::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Standard error of a run: reports, questions, failures, the log of requests. Clones write to the
/// same place.
#[derive(Clone, Debug)]
pub struct Stderr(Arc<Mutex<Target>>);

#[derive(Debug)]
enum Target {
    Process(io::Stderr),
    Buffer(Vec<u8>),
}

impl Stderr {
    /// Writes to standard error of the process.
    pub fn of_process() -> Self {
        Self::to(Target::Process(io::stderr()))
    }

    /// Keeps what is written, for [`captured_text`](Self::captured_text).
    pub fn captured() -> Self {
        Self::to(Target::Buffer(Vec::new()))
    }

    /// What has been written since [`captured`](Self::captured); empty for the process.
    pub fn captured_text(&self) -> String {
        match &*self.lock() {
            Target::Process(_) => String::new(),
            Target::Buffer(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    fn to(target: Target) -> Self {
        Self(Arc::new(Mutex::new(target)))
    }

    fn lock(&self) -> MutexGuard<'_, Target> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What `write!` and `writeln!` call: lines of several threads do not mix.
    pub(crate) fn write_fmt(&self, arguments: fmt::Arguments<'_>) -> io::Result<()> {
        let text = arguments.to_string();
        match &mut *self.lock() {
            Target::Process(stderr) => stderr.write_all(text.as_bytes()),
            Target::Buffer(buffer) => buffer.write_all(text.as_bytes()),
        }
    }

    pub(crate) fn flush(&self) -> io::Result<()> {
        match &mut *self.lock() {
            Target::Process(stderr) => stderr.flush(),
            Target::Buffer(_) => Ok(()),
        }
    }
}
