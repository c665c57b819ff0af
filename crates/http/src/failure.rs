//! Why there is no answer.

use std::fmt;
use std::sync::Arc;

/// What was seen. What it means to users, and what to advise, isn't decided here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    // Connecting
    /// The name of the server has no address.
    NameNotResolved,
    /// There is a machine, but nobody listens.
    Refused,
    /// There is no way to the machine.
    Unreachable,
    /// There was no connection in time.
    ConnectTimeout,
    /// The proxy is not there, or doesn't do its work.
    Proxy,
    /// No CA that is trusted has signed the certificate.
    UnknownCa,
    /// The certificate isn't the one that is pinned.
    NotPinned,
    /// The certificate is for another host.
    WrongHost,
    /// The certificate was valid once.
    Expired,
    /// The certificate is valid from a later time on.
    NotYetValid,
    /// The server doesn't speak TLS.
    NotTls,
    /// Anything else that is wrong about TLS.
    Tls,
    // Sending and receiving
    /// The server speaks something else than HTTP, without TLS.
    NotHttp,
    /// The answer isn't valid HTTP, although TLS says that it's from the server.
    BadHttp,
    /// The server says that it expects TLS.
    WantsTls,
    /// The connection broke.
    Broken,
    /// The answer's compression is damaged, or another one than was asked for.
    Encoding,
}

/// Why there is no answer. In `what`, `{server}` stands for name and port of the server.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What was seen.
    pub symptom: FailureKind,
    /// The same for people.
    pub what: String,
    /// The error of a library below, if there is one.
    pub source: Option<Arc<dyn std::error::Error + Send + Sync>>,
    /// Whether there was no connection, so that no part of the request can have been sent.
    pub unsent: bool,
}

impl Failure {
    /// A failure without a cause, of which something may have been sent.
    pub fn new(symptom: FailureKind, what: impl Into<String>) -> Self {
        Self {
            symptom,
            what: what.into(),
            source: None,
            unsent: false,
        }
    }

    pub(crate) fn because(
        mut self,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        self.source = Some(Arc::new(source));
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Failure {}
