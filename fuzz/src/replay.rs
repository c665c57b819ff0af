//! Connections that get their answers from a recording instead of an engine: the whole way of an
//! answer through the SDK, without a socket.

use std::cell::OnceCell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ovirt::{Connection, ConnectionBuilder, Error};
use tokio::runtime::{Builder, Runtime};

/// Statuses of answers, of which a byte of the input chooses one.
const STATUSES: &[u16] = &[
    200, 200, 200, 201, 202, 204, 301, 304, 400, 401, 403, 404, 405, 408, 409, 415, 429, 500, 502,
    503,
];

/// Content types of answers, of which a byte of the input chooses one.
const TYPES: &[&str] = &[
    "application/xml",
    "application/xml; charset=UTF-8",
    "application/json",
    "text/html",
    "text/plain",
    "TEXT/XML",
    ";",
];

/// Where this process has the file of the present input: in memory, if that is possible.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    folder.join(format!("ovirt-fuzz-{}", std::process::id()))
});

/// The name of the file.
pub(crate) fn file() -> &'static Path {
    &FILE
}

/// An answer: two bytes of the input for status and type, then the body.
pub(crate) struct Answer {
    status: u16,
    kind: &'static str,
    body: String,
}

impl Answer {
    pub(crate) fn new(data: &[u8]) -> Option<Self> {
        let [status, kind, body @ ..] = data else {
            return None;
        };
        Some(Self {
            status: STATUSES[usize::from(*status) % STATUSES.len()],
            kind: TYPES[usize::from(*kind) % TYPES.len()],
            body: String::from_utf8_lossy(body).into_owned(),
        })
    }

    pub(crate) fn xml(status: u16, body: &str) -> Self {
        Self {
            status,
            kind: TYPES[0],
            body: body.to_owned(),
        }
    }

    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self {
            status,
            kind: "application/json",
            body: body.to_owned(),
        }
    }

    pub(crate) fn contains(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// The exchange of a request, its lines, and this answer.
    pub(crate) fn to(&self, request: &str) -> String {
        let mut exchange = String::from("\n");
        let lines = request.split('\n').map(|line| ('>', line));
        let head = [
            format!("{}", self.status),
            format!("content-type: {}", self.kind),
            String::new(),
        ];
        let answer = head.iter().map(String::as_str).chain(self.body.split('\n'));
        for (mark, line) in lines.chain(answer.map(|line| ('<', line))) {
            exchange.push(mark);
            exchange.push(' ');
            exchange.push_str(line);
            exchange.push('\n');
        }
        exchange
    }
}

/// A connection to an engine that answers as it was recorded.
pub(crate) fn connection(
    recording: &str,
    login: impl FnOnce(ConnectionBuilder) -> ConnectionBuilder,
) -> Connection {
    fs::write(file(), recording).expect("a file for the recording");
    let builder = Connection::builder("http://engine.example.com/ovirt-engine/api");
    let connection = login(builder).replay(file()).build();
    let _ = fs::remove_file(file());
    connection.unwrap_or_else(|error| panic!("{error}: {recording}"))
}

/// What a future gives.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: OnceCell<Runtime> = const { OnceCell::new() };
    }
    RUNTIME.with(|runtime| {
        let runtime = runtime.get_or_init(|| {
            let runtime = Builder::new_current_thread().enable_time().build();
            runtime.expect("a runtime")
        });
        runtime.block_on(future)
    })
}

/// Asserts that an error keeps a secret, and that it can be shown.
pub(crate) fn keeps_secret(error: &Error, secret: &str) {
    let mut shown = format!("{error} {error:?} {:?}", error.messages());
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        shown.push_str(&format!(" {cause}"));
        source = cause.source();
    }
    assert!(!shown.contains(secret), "{shown}");
    assert!(
        !matches!(error, Error::Usage(_)),
        "nothing was done wrong: {shown}"
    );
}
