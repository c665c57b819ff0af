//! [`Error`], the result of every failed call: an enum with one struct per variant.
//!
//! `classify` has the error table, `variants` the structs, `fault` and `refusal` interpret the
//! faults that the engine sends.

pub(crate) mod classify;
mod error_kind;
pub(crate) mod fault;
mod missing;
mod refusal;
mod text;
mod variants;

use std::fmt;

use ovirt_types::{Fault, MissingId};

pub use self::error_kind::ErrorKind;
pub use self::variants::{
    AuthError, ConnectionError, Details, FaultError, NotFoundError, RequestInfo, ResponseError,
    TimeoutError, UsageError,
};

/// A result whose error is [`Error`] unless stated otherwise.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The error of a failed call.
///
/// Match on the variant, or on [`kind`](Self::kind) for a finer distinction. Everything else is
/// available on each variant:
///
/// ```
/// use ovirt::{Error, NotFoundError};
///
/// fn exists(result: Result<(), Error>) -> Result<bool, Error> {
///     match result {
///         Ok(()) => Ok(true),
///         Err(Error::NotFound(_)) => Ok(false),
///         Err(error) => Err(error),
///     }
/// }
///
/// assert!(!exists(Err(NotFoundError::new("no such disk").into())).unwrap());
/// ```
///
/// `Display` writes one line: what happened, to which request, and what to do about it. It shortens
/// what happened to 500 characters; [`Details::message`] has the full text. The underlying error is
/// not part of it; see [`source`](std::error::Error::source). No error contains a password or a
/// token of the connection, a query, a request body or a control character.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The engine refused the login, or the user lacks a permission.
    Auth(AuthError),
    /// Connecting to the engine failed, or the connection broke.
    Connection(ConnectionError),
    /// The object at the request path does not exist.
    NotFound(NotFoundError),
    /// There was no connection or no complete response in time.
    Timeout(TimeoutError),
    /// The engine refused the request or failed to carry it out.
    Fault(FaultError),
    /// The response is invalid, or is not from an engine.
    Response(ResponseError),
    /// The call is invalid; nothing was sent.
    Usage(UsageError),
}

impl Error {
    /// Returns the request that failed, or `None` if there was none.
    pub fn request(&self) -> Option<&RequestInfo> {
        self.details().request()
    }

    /// Returns the operation of the API, such as `vms.add`.
    pub fn operation(&self) -> Option<&str> {
        self.details().operation()
    }

    /// Returns the HTTP status code of the response, or `None` if there was no response.
    pub fn status(&self) -> Option<u16> {
        self.details().status()
    }

    /// Returns the fault that the engine sent. Only passwords and tokens of this connection are
    /// replaced, by `***`.
    pub fn fault(&self) -> Option<&Fault> {
        self.details().fault()
    }

    /// Returns the messages in the detail of the fault, one by one.
    ///
    /// The engine joins several messages into one text in square brackets; a text without brackets
    /// is one message.
    pub fn messages(&self) -> Vec<&str> {
        self.details().messages()
    }

    /// Returns the correlation ID, by which the events and the log of the engine refer to the
    /// request.
    pub fn correlation_id(&self) -> Option<&str> {
        self.details().correlation_id()
    }

    /// Returns whether the same request may succeed a little later: the engine is unreachable, slow
    /// or overloaded, or a running operation has locked the object.
    ///
    /// That does not make a retry harmless: after a timeout the engine may have carried out the
    /// request.
    pub fn is_retryable(&self) -> bool {
        self.details().is_retryable()
    }

    /// Returns the reason for the error, finer than its variant: a locked object, a name in use, …
    ///
    /// ```
    /// use ovirt::{Error, ErrorKind};
    ///
    /// fn is_taken(error: &Error) -> bool {
    ///     error.kind() == ErrorKind::NameInUse
    /// }
    /// ```
    pub fn kind(&self) -> ErrorKind {
        self.details().kind()
    }

    /// Returns the number of attempts to send the request; more than one only with
    /// [`Retries`](crate::Retries) or when waiting for a lock.
    pub fn tries(&self) -> u32 {
        self.details().tries()
    }

    /// Returns whether the request conflicts with the current state: the name is in use, the object
    /// is locked, the VM is running (status 409).
    pub fn is_conflict(&self) -> bool {
        self.details().is_conflict()
    }

    /// Returns what all errors have in common.
    pub fn details(&self) -> &Details {
        match self {
            Self::Auth(error) => error.details(),
            Self::Connection(error) => error.details(),
            Self::NotFound(error) => error.details(),
            Self::Timeout(error) => error.details(),
            Self::Fault(error) => error.details(),
            Self::Response(error) => error.details(),
            Self::Usage(error) => error.details(),
        }
    }

    pub(crate) fn details_mut(&mut self) -> &mut Details {
        match self {
            Self::Auth(error) => error.details_mut(),
            Self::Connection(error) => error.details_mut(),
            Self::NotFound(error) => error.details_mut(),
            Self::Timeout(error) => error.details_mut(),
            Self::Fault(error) => error.details_mut(),
            Self::Response(error) => error.details_mut(),
            Self::Usage(error) => error.details_mut(),
        }
    }

    /// Makes the error for an invalid call; the message says what to do instead.
    #[cold]
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        UsageError::new(message).into()
    }
}

/// Of `try_id`, so that `?` works on it.
impl From<MissingId> for Error {
    fn from(missing: MissingId) -> Self {
        UsageError::new(missing.to_string())
            .with_source(missing)
            .into()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.details(), f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.details().source()
    }
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn an_error_is_at_most_two_words() {
        assert!(size_of::<Error>() <= 2 * size_of::<usize>());
    }

    #[test]
    fn an_error_can_be_sent_to_another_thread() {
        fn check<T: std::error::Error + Send + Sync + 'static>() {}
        check::<Error>();
    }
}
