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
    /// Another operation on the object or on a related one is in progress, or its status is
    /// transient, such as powering up.
    OperationInProgress,
    /// A required host, storage domain or service does not respond.
    Unavailable,
    /// Another object already has the name.
    NameInUse,
    /// The object to create, attach or register is there already.
    AlreadyExists,
    /// Other objects depend on the object, so it cannot be changed or removed.
    InUse,
    /// The status of the object does not allow the operation, such as starting a running VM.
    WrongState,
    /// Delete protection is enabled for the object.
    Protected,
    /// The request would exceed a quota.
    Quota,
    /// A maximum is reached, such as the number of disks of a VM, or
    /// [`response_limit`](crate::ConnectionBuilder::response_limit) by a response.
    Limit,
    /// The storage domain is full.
    NoSpace,
    /// No host fits, or memory, CPUs, MAC addresses or the VMs of a pool have run out.
    NoResources,
    /// The request body lacks a mandatory member.
    MissingParameter,
    /// A value in the request is invalid.
    Validation,
    /// Values that are valid by themselves exclude one another or do not fit the configuration.
    Incompatible,
    /// This version, type or platform does not support the operation.
    NotSupported,
    /// The member or object cannot be changed or removed: it is built in, or set once.
    Immutable,
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
    /// The engine is starting or stopping, or the web server in front of it cannot reach it.
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
    /// What a wait was for can no longer happen by itself: a job or the object failed, or the
    /// object returned to a stable status.
    WaitFailed,
    /// The engine, a host or the storage tried and failed, and does not say why.
    Failed,
    /// Any other reason.
    #[default]
    Other,
}
