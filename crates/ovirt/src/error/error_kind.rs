//! [`ErrorKind`]: the reason for an error, finer than its variant.

/// The reason for an error, for programs that decide what to do next.
///
/// The engine states why it refuses a request in prose, or by a message code if a translation is
/// missing; the SDK recognizes both. It requests English texts for that purpose. If the header
/// `Accept-Language` is overridden, a reason stated in another language is [`Other`](Self::Other).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A running operation holds a lock on the object; a later retry can succeed.
    Locked,
    /// Another operation on the object or on a related one is in progress.
    OperationInProgress,
    /// Another object already has the name.
    NameInUse,
    /// Other objects depend on the object, so it cannot be changed or removed.
    InUse,
    /// The status of the object does not allow the operation, such as starting a running VM.
    WrongState,
    /// Delete protection is enabled for the object.
    Protected,
    /// The request would exceed a quota.
    Quota,
    /// There is not enough disk space, memory or other capacity.
    NoResources,
    /// The request body lacks a mandatory member or has an invalid value.
    Validation,
    /// The request body refers to an object that does not exist.
    MissingReference,
    /// The object at the request path does not exist.
    NotFound,
    /// The user lacks a permission.
    Permission,
    /// The user name or the password is wrong, or the account is locked or expired.
    Credentials,
    /// The user name has no profile (`@internal`), or one that the engine does not have.
    WrongProfile,
    /// The token is unknown, expired or revoked.
    Token,
    /// The engine is starting, or the web server in front of it cannot reach it.
    Starting,
    /// The engine is overloaded (status 429).
    Overloaded,
    /// The server at the URL is not an engine, or the path is not that of its API.
    NotAnEngine,
    /// The server certificate was issued by an untrusted CA, or is not the pinned one.
    UntrustedCa,
    /// The server certificate is for another host, has expired, or is not valid yet.
    BadCertificate,
    /// Connecting failed, or the connection broke.
    Unreachable,
    /// No connection or no complete response in time.
    Timeout,
    /// The call is invalid; nothing was sent.
    Usage,
    /// Any other reason.
    #[default]
    Other,
}
