//! [`Failure`]: why a request got no complete response.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;

/// The event that made a request fail. The SDK decides what it means to users and what to advise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    // Connecting
    /// The host name cannot be resolved.
    NameNotResolved,
    /// The server refused the connection.
    Refused,
    /// There is no route to the server.
    Unreachable,
    /// No connection within the connect timeout.
    ConnectTimeout,
    /// The proxy is unreachable or refused to connect.
    Proxy,
    /// The proxy requires other credentials.
    ProxyLogin,
    /// No tunnel through the proxy within the connect timeout.
    ProxyTimeout,
    /// The certificate was issued by an untrusted CA.
    UnknownCa,
    /// The certificate was issued by itself and not by a CA.
    SelfSigned,
    /// The certificate does not match the pinned fingerprint.
    NotPinned,
    /// The certificate is for another host.
    WrongHost,
    /// The certificate names no host: it has no subject alternative name (SAN).
    NoHostNames,
    /// The certificate has expired.
    Expired,
    /// The certificate is not valid yet.
    NotYetValid,
    /// The server does not speak TLS.
    NotTls,
    /// Any other failure of TLS.
    Tls,
    // Sending and receiving
    /// The server speaks another protocol than HTTP, over a connection without TLS.
    NotHttp,
    /// The response is invalid HTTP, over a connection with TLS.
    InvalidHttp,
    /// The head of the response is too large, or has too many headers.
    HeadTooLarge,
    /// The server says that it expects TLS.
    TlsRequired,
    /// The connection broke.
    Disconnected,
    /// The compression of the response is corrupt, or was not requested.
    Encoding,
    /// The response exceeds its limit.
    TooLarge,
}

/// Why a request got no complete response.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The event.
    pub kind: FailureKind,
    /// The event in words; `{server}` is a placeholder for host and port of the server.
    pub message: String,
    /// The error of the underlying library, if there is one.
    pub source: Option<Arc<dyn Error + Send + Sync>>,
    /// The status code, if the head of a response arrived.
    pub status: Option<u16>,
    /// Whether there was no connection, so that no part of the request was sent.
    pub unsent: bool,
}

impl Failure {
    /// Creates a failure after which part of the request may have been sent.
    pub fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            source: None,
            status: None,
            unsent: false,
        }
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.status = Some(status.as_u16());
        self
    }

    pub(crate) fn with_source(mut self, source: impl Error + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Failure {}
