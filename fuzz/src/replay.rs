//! Connections that replay recorded responses, without a socket.

use std::cell::OnceCell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ovirt::{Connection, ConnectionBuilder, Error};
use tokio::runtime::{Builder, Runtime};

/// Status codes; a byte of the input selects one.
const STATUSES: &[u16] = &[
    200, 200, 200, 201, 202, 204, 301, 304, 400, 401, 403, 404, 405, 408, 409, 415, 429, 500, 502,
    503,
];

/// Content types; a byte of the input selects one.
const CONTENT_TYPES: &[&str] = &[
    "application/xml",
    "application/xml; charset=UTF-8",
    "application/json",
    "text/html",
    "text/plain",
    "TEXT/XML",
    ";",
];

/// The file with the current input, in memory if possible.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    folder.join(format!("ovirt-fuzz-{}", std::process::id()))
});

/// Path of the file.
pub(crate) fn file() -> &'static Path {
    &FILE
}

/// A response: two bytes of the input select status and content type; the body follows.
pub(crate) struct Response {
    status: u16,
    content_type: &'static str,
    body: String,
}

impl Response {
    pub(crate) fn new(data: &[u8]) -> Option<Self> {
        let [status, content_type, body @ ..] = data else {
            return None;
        };
        Some(Self {
            status: STATUSES[usize::from(*status) % STATUSES.len()],
            content_type: CONTENT_TYPES[usize::from(*content_type) % CONTENT_TYPES.len()],
            body: String::from_utf8_lossy(body).into_owned(),
        })
    }

    pub(crate) fn xml(status: u16, body: &str) -> Self {
        Self {
            status,
            content_type: CONTENT_TYPES[0],
            body: body.to_owned(),
        }
    }

    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self {
            status,
            content_type: "application/json",
            body: body.to_owned(),
        }
    }

    pub(crate) fn contains(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// Records this response to a request.
    pub(crate) fn to(&self, request: &str) -> String {
        let mut exchange = String::from("\n");
        let lines = request.split('\n').map(|line| ('>', line));
        let head = [
            format!("{}", self.status),
            format!("content-type: {}", self.content_type),
            String::new(),
        ];
        let response = head.iter().map(String::as_str).chain(self.body.split('\n'));
        for (mark, line) in lines.chain(response.map(|line| ('<', line))) {
            exchange.push(mark);
            exchange.push(' ');
            exchange.push_str(line);
            exchange.push('\n');
        }
        exchange
    }
}

/// A connection that replays a recording.
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

/// Runs a future to completion.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: OnceCell<Runtime> = const { OnceCell::new() };
    }
    RUNTIME.with(|runtime| {
        let runtime = runtime.get_or_init(|| {
            let runtime = Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime")
        });
        runtime.block_on(future)
    })
}

/// Asserts that an error does not reveal a secret or blame the caller.
pub(crate) fn check_error(error: &Error, secret: &str) {
    let mut text = format!("{error} {error:?} {:?}", error.messages());
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(&format!(" {cause}"));
        source = cause.source();
    }
    assert!(!text.contains(secret), "{text}");
    assert!(
        !matches!(error, Error::Usage(_)),
        "the usage is correct: {text}"
    );
}
