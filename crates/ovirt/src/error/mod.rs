//! What every call returns when it fails: [`Error`], an enum with one struct per kind. The structs
//! are in `kinds`, the decision which kind it is in `classify`, what the engine says in `fault`.

pub(crate) mod classify;
mod error_kind;
pub(crate) mod fault;
mod variants;

use std::fmt;

use ovirt_types::Fault;

pub use self::error_kind::ErrorKind;
pub use self::variants::{
    AuthError, ConnectionError, Details, FaultError, NotFoundError, RequestInfo, ResponseError,
    TimeoutError, UsageError,
};

/// Why a call failed.
///
/// Match on the variant to tell the kinds apart; what they have in common is here:
///
/// ```
/// use ovirt::{Error, NotFoundError};
///
/// fn exists(answer: Result<(), Error>) -> Result<bool, Error> {
///     match answer {
///         Ok(()) => Ok(true),
///         Err(Error::NotFound(_)) => Ok(false),
///         Err(error) => Err(error),
///     }
/// }
///
/// assert!(!exists(Err(NotFoundError::new("no such disk").into())).unwrap());
/// ```
///
/// `Display` is one line that says what happened, to which request, and what to do about it. It
/// doesn't repeat its cause: that is [`source`](std::error::Error::source). No kind ever contains
/// a password, a token, a query or a body that was sent.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The engine doesn't let the user in, or doesn't let the user do this.
    Auth(AuthError),
    /// The engine was not reached, or the connection to it broke.
    Connection(ConnectionError),
    /// The engine doesn't have what the request was about.
    NotFound(NotFoundError),
    /// The answer didn't come in time.
    Timeout(TimeoutError),
    /// The engine refused the request or failed to carry it out.
    Fault(FaultError),
    /// What came back can't be understood, or isn't from an engine.
    Response(ResponseError),
    /// The call can't work as it was made; nothing was sent.
    Usage(UsageError),
}

impl Error {
    /// The request that failed, if there was one.
    pub fn request(&self) -> Option<&RequestInfo> {
        self.details().request()
    }

    /// The operation in the words of the API, such as `vms.add`.
    pub fn operation(&self) -> Option<&str> {
        self.details().operation()
    }

    /// The HTTP status of the answer, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.details().status()
    }

    /// What the engine said, in its own words.
    pub fn fault(&self) -> Option<&Fault> {
        self.details().fault()
    }

    /// The messages in the detail of the fault, each by itself.
    ///
    /// The engine joins several into one text in square brackets; without brackets it is one.
    pub fn messages(&self) -> Vec<&str> {
        self.details().messages()
    }

    /// The correlation id under which the engine's events and log tell about this request.
    pub fn correlation_id(&self) -> Option<&str> {
        self.details().correlation_id()
    }

    /// Whether the same request may well succeed a little later: the engine is not reachable just
    /// now, too slow, overloaded, or the object is locked by something that will end.
    ///
    /// It doesn't say that repeating is harmless: after a timeout the engine may have carried the
    /// request out.
    pub fn is_retryable(&self) -> bool {
        self.details().is_retryable()
    }

    /// What the error is about, more finely than by its variant: a locked object, a name in use, …
    ///
    /// ```
    /// use ovirt::{Error, ErrorKind};
    ///
    /// fn is_taken(error: &Error) -> bool {
    ///     error.kind() == ErrorKind::NameInUse
    /// }
    /// ```
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Usage(_) => ErrorKind::Usage,
            _ => self.details().kind(),
        }
    }

    /// How many times the request was sent, or tried to be; more than once only with
    /// [`Retries`](crate::Retries) or when waiting for a lock.
    pub fn tries(&self) -> u32 {
        self.details().tries()
    }

    /// Whether the request is at odds with the present state: the name is in use, the object is
    /// locked, the machine runs (status 409).
    pub fn is_conflict(&self) -> bool {
        self.details().is_conflict()
    }

    /// What all kinds have in common.
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

    /// What the caller did wrong, and what to do instead.
    #[cold]
    pub(crate) fn usage(what: impl Into<String>) -> Self {
        UsageError::new(what).into()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.details(), f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.details().cause()
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
    fn an_error_can_go_to_another_thread() {
        fn check<T: std::error::Error + Send + Sync + 'static>() {}
        check::<Error>();
    }
}
