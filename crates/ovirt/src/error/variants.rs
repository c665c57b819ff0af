//! The kinds of errors: one struct each, and what they have in common. Which of them it is, is
//! decided in `classify`.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ovirt_types::Fault;

use super::Error;
use super::classify::RequestContext;
use super::error_kind::ErrorKind;
use super::fault;

/// Which request it was: the method and the path, never the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestInfo {
    method: String,
    path: String,
}

impl RequestInfo {
    /// A request with this HTTP method and path.
    pub fn new(method: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            method: method.into(),
            path: path.into(),
        }
    }

    /// The HTTP method, such as `GET`.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path on the server, such as `/ovirt-engine/api/vms`.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for RequestInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// What all kinds of errors have in common.
#[derive(Clone, Debug, Default)]
pub struct Details {
    what: String,
    hint: Option<String>,
    request: Option<RequestInfo>,
    operation: Option<String>,
    status: Option<u16>,
    fault: Option<Fault>,
    correlation_id: Option<String>,
    retryable: bool,
    kind: ErrorKind,
    tries: u32,
    unsent: bool,
    retry_after: Option<Duration>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Details {
    /// The request that failed, if there was one.
    pub fn request(&self) -> Option<&RequestInfo> {
        self.request.as_ref()
    }

    /// The operation in the words of the API, such as `vms.add`.
    pub fn operation(&self) -> Option<&str> {
        self.operation.as_deref()
    }

    /// The HTTP status of the answer, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// What the engine said, in its own words.
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// The messages in the detail of the fault, each by itself.
    pub fn messages(&self) -> Vec<&str> {
        let detail = self
            .fault
            .as_ref()
            .and_then(|fault| fault.detail.as_deref());
        detail.map(fault::messages).unwrap_or_default()
    }

    /// The correlation id of the request.
    pub fn correlation_id(&self) -> Option<&str> {
        self.correlation_id.as_deref()
    }

    /// Whether the same request may well succeed a little later.
    pub fn is_retryable(&self) -> bool {
        self.retryable
    }

    /// What the error is about, more finely than by its variant.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// How many times the request was sent, or tried to be: 0 where it was refused before.
    pub fn tries(&self) -> u32 {
        self.tries
    }

    /// How long the server asks to wait before the next try.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Whether no part of the request can have reached the engine, so that sending it again can't
    /// do anything twice.
    pub fn is_unsent(&self) -> bool {
        self.unsent
    }

    /// Whether the request is at odds with the present state (status 409).
    pub fn is_conflict(&self) -> bool {
        self.status == Some(409)
    }

    /// What to do about it, if anything is known; the last part of the text.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    pub(crate) fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_ref()
            .map(|source| &**source as &(dyn StdError + 'static))
    }

    pub(crate) fn set_hint(&mut self, hint: impl Into<String>) {
        self.hint = Some(hint.into());
    }

    pub(super) fn set_kind(&mut self, kind: ErrorKind) {
        self.kind = kind;
    }

    pub(crate) fn set_tries(&mut self, tries: u32) {
        self.tries = tries;
    }

    pub(crate) fn set_unsent(&mut self, unsent: bool) {
        self.unsent = unsent;
    }

    pub(crate) fn set_retry_after(&mut self, delay: Option<Duration>) {
        self.retry_after = delay;
    }

    pub(super) fn set_scene(&mut self, context: &RequestContext) {
        self.request = Some(context.request.clone());
        self.operation = Some(context.operation.to_string());
        self.correlation_id = context.correlation_id.clone();
    }

    pub(super) fn set_answer(&mut self, status: Option<u16>, fault: Option<Fault>) {
        self.status = status;
        self.fault = fault;
    }

    pub(super) fn set_retryable(&mut self, retryable: bool) {
        self.retryable = retryable;
    }

    pub(crate) fn set_source(&mut self, source: Arc<dyn StdError + Send + Sync>) {
        self.source = Some(source);
    }
}

impl fmt::Display for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match (&self.operation, &self.request) {
            (Some(operation), Some(request)) => write!(f, " ({operation}: {request}")?,
            (Some(only), None) => write!(f, " ({only}")?,
            (None, Some(only)) => write!(f, " ({only}")?,
            (None, None) => {}
        }
        if self.operation.is_some() || self.request.is_some() {
            if let Some(status) = self.status {
                write!(f, ", status {status}")?;
            }
            if self.tries > 1 {
                write!(f, ", tried {} times", self.tries)?;
            }
            f.write_str(")")?;
        }
        match &self.hint {
            Some(hint) => write!(f, ": {hint}"),
            None => Ok(()),
        }
    }
}

/// The structs have the same shape on purpose: a kind is a name to match on, and each can get
/// accessors of its own later.
macro_rules! kind {
    ($(#[$doc:meta])* $name:ident, $variant:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(Box<Details>);

        impl $name {
            /// An error of this kind, to test one's own handling with.
            #[cold]
            pub fn new(what: impl Into<String>) -> Self {
                Self(Box::new(Details { what: what.into(), ..Details::default() }))
            }

            /// Says which request failed.
            #[must_use]
            pub fn with_request(mut self, request: RequestInfo) -> Self {
                self.0.request = Some(request);
                self
            }

            /// Says which operation of the API it was, such as `vms.add`.
            #[must_use]
            pub fn with_operation(mut self, operation: impl Into<String>) -> Self {
                self.0.operation = Some(operation.into());
                self
            }

            /// Says which HTTP status the answer had.
            #[must_use]
            pub fn with_status(mut self, status: u16) -> Self {
                self.0.status = Some(status);
                self
            }

            /// Adds what the engine said.
            #[must_use]
            pub fn with_fault(mut self, fault: Fault) -> Self {
                self.0.fault = Some(fault);
                self
            }

            /// Adds the correlation id of the request.
            #[must_use]
            pub fn with_correlation_id(mut self, id: impl Into<String>) -> Self {
                self.0.correlation_id = Some(id.into());
                self
            }

            /// Says whether trying again can help.
            #[must_use]
            pub fn with_retryable(mut self, retryable: bool) -> Self {
                self.0.retryable = retryable;
                self
            }

            /// Adds the cause.
            #[must_use]
            pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
                self.0.source = Some(Arc::new(source));
                self
            }

            /// What all kinds have in common.
            pub fn details(&self) -> &Details {
                &self.0
            }

            pub(super) fn details_mut(&mut self) -> &mut Details {
                &mut self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl StdError for $name {
            fn source(&self) -> Option<&(dyn StdError + 'static)> {
                self.0.cause()
            }
        }

        impl From<$name> for Error {
            fn from(error: $name) -> Self {
                Self::$variant(error)
            }
        }
    };
}

kind!(
    /// The engine doesn't let the user in (wrong password, token not accepted, status 401), or
    /// doesn't let the user do this (status 403).
    AuthError,
    Auth
);
kind!(
    /// The engine was not reached, or the connection broke: its name is unknown, nothing listens
    /// there, or the two sides didn't agree on TLS.
    ConnectionError,
    Connection
);
kind!(
    /// The engine doesn't have what the request was about (status 404).
    NotFoundError,
    NotFound
);
kind!(
    /// The connection or the answer didn't come in time. The engine may still carry the request
    /// out.
    TimeoutError,
    Timeout
);
kind!(
    /// The engine refused the request or failed to carry it out: any status from 400 on without a
    /// kind of its own, with or without an explanation.
    FaultError,
    Fault
);
kind!(
    /// What came back can't be understood: not XML, not complete, or not from an engine.
    ResponseError,
    Response
);
kind!(
    /// The call can't work as it was made, whatever the engine says; nothing was sent.
    UsageError,
    Usage
);

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::io;

    use super::{ConnectionError, Details, FaultError, RequestInfo, UsageError};
    use crate::error::Error;

    #[test]
    fn text_has_what_to_what_and_hint_but_not_the_cause() {
        let error = ConnectionError::new("the engine refused the connection")
            .with_operation("test")
            .with_request(RequestInfo::new("GET", "/ovirt-engine/api"))
            .with_source(io::Error::other("the cause"));
        assert_eq!(
            error.to_string(),
            "the engine refused the connection (test: GET /ovirt-engine/api)"
        );
        assert_eq!(error.source().unwrap().to_string(), "the cause");
    }

    #[test]
    fn text_without_a_request_is_only_what_happened() {
        assert_eq!(UsageError::new("no URL").to_string(), "no URL");
        assert_eq!(Details::default().to_string(), "");
    }

    #[test]
    fn users_can_make_an_error_for_their_tests() {
        let error: Error = FaultError::new("busy")
            .with_status(409)
            .with_request(RequestInfo::new("POST", "/ovirt-engine/api/vms"))
            .with_correlation_id("abc")
            .with_retryable(true)
            .into();
        assert!(error.is_conflict() && error.is_retryable());
        assert_eq!(error.correlation_id(), Some("abc"));
        assert_eq!(
            error.to_string(),
            "busy (POST /ovirt-engine/api/vms, status 409)"
        );
    }
}
