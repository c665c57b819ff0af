//! The error structs, one per variant of [`Error`], and the [`Details`] that they share.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ovirt_types::Fault;

use super::Error;
use super::error_kind::ErrorKind;
use super::{fault, text};

/// Method and path of a request, without the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestInfo {
    method: String,
    path: String,
}

impl RequestInfo {
    /// Creates the description of a request from its HTTP method and path.
    pub fn new(method: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            method: text::one_line(method),
            path: text::one_line(path),
        }
    }

    /// Returns the HTTP method, such as `GET`.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Returns the path on the server, such as `/ovirt-engine/api/vms`.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for RequestInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// What all errors have in common: the message, the request, the response and advice.
#[derive(Clone, Debug, Default)]
pub struct Details {
    pub(super) message: String,
    pub(super) hint: Option<String>,
    pub(super) request: Option<RequestInfo>,
    pub(super) operation: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) fault: Option<Fault>,
    pub(super) correlation_id: Option<String>,
    pub(super) retryable: bool,
    pub(super) kind: ErrorKind,
    pub(super) tries: u32,
    pub(super) unsent: bool,
    pub(super) retry_after: Option<Duration>,
    pub(super) source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Details {
    /// Returns what happened, on one line and in full. The text of the error shortens it to 500
    /// characters, and adds the request and the advice.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the request that failed, or `None` if there was none.
    pub fn request(&self) -> Option<&RequestInfo> {
        self.request.as_ref()
    }

    /// Returns the operation of the API, such as `vms.add`.
    pub fn operation(&self) -> Option<&str> {
        self.operation.as_deref()
    }

    /// Returns the HTTP status code of the response, or `None` if there was no response.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the fault that the engine sent. Only passwords and tokens of this connection are
    /// replaced, by `***`.
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// Returns the messages in the detail of the fault, one by one.
    pub fn messages(&self) -> Vec<&str> {
        let fault = self.fault.as_ref();
        let detail = fault.and_then(|fault| fault.detail.as_deref());
        detail.map(fault::messages).unwrap_or_default()
    }

    /// Returns the correlation ID of the request.
    pub fn correlation_id(&self) -> Option<&str> {
        self.correlation_id.as_deref()
    }

    /// Returns whether the same request may succeed a little later.
    pub fn is_retryable(&self) -> bool {
        self.retryable
    }

    /// Returns the reason for the error, finer than its variant.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Returns the number of attempts to send the request; 0 if it was rejected before sending.
    pub fn tries(&self) -> u32 {
        self.tries
    }

    /// Returns how long the server asks to wait before the next attempt (`Retry-After`).
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns whether certainly no part of the request reached the engine, so that sending it
    /// again cannot carry it out twice.
    pub fn is_unsent(&self) -> bool {
        self.unsent
    }

    /// Returns whether the request conflicts with the current state (status 409).
    pub fn is_conflict(&self) -> bool {
        self.status == Some(409)
    }

    /// Returns the advice that ends the text of the error, if there is any.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    pub(super) fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.source.as_ref()?;
        Some(&**source)
    }

    pub(crate) fn set_hint(&mut self, hint: impl Into<String>) {
        self.hint = Some(text::one_line(hint));
    }

    pub(crate) fn set_status(&mut self, status: u16) {
        self.status = Some(status);
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

    pub(crate) fn set_source(&mut self, source: Arc<dyn StdError + Send + Sync>) {
        self.source = Some(source);
    }
}

impl fmt::Display for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, rest) = text::shorten(&self.message);
        write!(f, "{message}{rest}")?;
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

/// Defines the error structs. They have the same shape on purpose: users match on the variant, and
/// each struct can get accessors of its own later.
macro_rules! variant {
    ($(#[$doc:meta])* $name:ident, $variant:ident, $kind:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(Box<Details>);

        impl $name {
            /// Creates an error with this message, to test your own error handling.
            #[cold]
            pub fn new(message: impl Into<String>) -> Self {
                let message = text::one_line(message);
                let kind = ErrorKind::$kind;
                Self(Box::new(Details { message, kind, ..Details::default() }))
            }

            /// Sets the request that failed.
            #[must_use]
            pub fn with_request(mut self, request: RequestInfo) -> Self {
                self.0.request = Some(request);
                self
            }

            /// Sets the operation of the API, such as `vms.add`.
            #[must_use]
            pub fn with_operation(mut self, operation: impl Into<String>) -> Self {
                self.0.operation = Some(text::one_line(operation));
                self
            }

            /// Sets the HTTP status code of the response.
            #[must_use]
            pub fn with_status(mut self, status: u16) -> Self {
                self.0.status = Some(status);
                self
            }

            /// Sets the fault that the engine sent.
            #[must_use]
            pub fn with_fault(mut self, fault: Fault) -> Self {
                self.0.fault = Some(fault);
                self
            }

            /// Sets the correlation ID of the request.
            #[must_use]
            pub fn with_correlation_id(mut self, id: impl Into<String>) -> Self {
                self.0.correlation_id = Some(id.into());
                self
            }

            /// Sets whether the same request may succeed a little later.
            #[must_use]
            pub fn with_retryable(mut self, retryable: bool) -> Self {
                self.0.retryable = retryable;
                self
            }

            /// Sets the underlying error.
            #[must_use]
            pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
                self.0.source = Some(Arc::new(source));
                self
            }

            /// Returns what all errors have in common.
            pub fn details(&self) -> &Details {
                &self.0
            }

            pub(super) fn details_mut(&mut self) -> &mut Details {
                &mut self.0
            }

            /// The constructor that the error table names.
            pub(super) fn error(details: Details) -> Error {
                Error::$variant(Self(Box::new(details)))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl StdError for $name {
            fn source(&self) -> Option<&(dyn StdError + 'static)> {
                self.0.source()
            }
        }

        impl From<$name> for Error {
            fn from(error: $name) -> Self {
                Self::$variant(error)
            }
        }
    };
}

variant!(
    /// The engine refused the login (wrong password, invalid token, status 401), or the user lacks
    /// a permission (status 403).
    AuthError,
    Auth,
    Other
);
variant!(
    /// Connecting to the engine failed, or the connection broke: its name cannot be resolved, it
    /// refused the connection, or the TLS handshake failed.
    ConnectionError,
    Connection,
    Other
);
variant!(
    /// The object at the request path does not exist (status 404).
    NotFoundError,
    NotFound,
    NotFound
);
variant!(
    /// There was no connection or no complete response in time. The engine may still carry out the
    /// request.
    TimeoutError,
    Timeout,
    Other
);
variant!(
    /// The engine refused the request or failed to carry it out: any status code from 400 on that
    /// has no variant of its own, with a fault or without.
    FaultError,
    Fault,
    Other
);
variant!(
    /// The response is invalid: it is not XML, it is incomplete, or it is not from an engine.
    ResponseError,
    Response,
    Other
);
variant!(
    /// The call is invalid regardless of the engine; nothing was sent.
    UsageError,
    Usage,
    Usage
);

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::io;

    use super::{ConnectionError, Details, FaultError, RequestInfo, UsageError};
    use crate::error::Error;

    #[test]
    fn display_has_message_and_request_but_not_the_source() {
        let error = ConnectionError::new("e:443 refused the connection")
            .with_operation("test")
            .with_request(RequestInfo::new("GET", "/ovirt-engine/api"))
            .with_source(io::Error::other("the source"));
        assert_eq!(
            error.to_string(),
            "e:443 refused the connection (test: GET /ovirt-engine/api)"
        );
        assert_eq!(error.source().unwrap().to_string(), "the source");
    }

    #[test]
    fn display_without_a_request_is_only_the_message() {
        assert_eq!(UsageError::new("no URL").to_string(), "no URL");
        assert_eq!(Details::default().to_string(), "");
    }

    #[test]
    fn users_can_construct_errors_for_their_tests() {
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
