//! What an error is about, more finely than by its variant: for programs that decide what to do, and
//! for the advice in its text.

use ovirt_http::FailureKind as Http;
use ovirt_types::Fault;

use super::classify::Cause;

/// What an error is about.
///
/// The engine tells the reason of a refusal in words, made from the codes of its messages; now
/// and then, where a translation is missing, the code itself. Both are looked at. So that the words are
/// in English, the SDK asks for that language, unless the header `Accept-Language` is set: in
/// others a reason that only words tell is [`Other`](Self::Other).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The object is locked by something that is being done with it, and will be free again.
    Locked,
    /// Another operation on the object, or a related one, is under way.
    OperationInProgress,
    /// The name is that of another object.
    NameInUse,
    /// Others depend on the object, so that it can't be changed or removed.
    InUse,
    /// The state of the object forbids it: the machine runs, or doesn't.
    WrongState,
    /// It is protected from being removed.
    Protected,
    /// A quota would be exceeded.
    Quota,
    /// There isn't enough space, memory or the like.
    NoResources,
    /// The document lacks something, or has a value that can't be.
    Validation,
    /// What the document refers to isn't there.
    MissingReference,
    /// What the path names isn't there.
    NotFound,
    /// The user lacks a permission.
    Permission,
    /// User name or password are wrong, or the account is locked or expired.
    Credentials,
    /// The user name has no profile, or one that the engine doesn't have.
    WrongProfile,
    /// The token isn't known or no longer valid.
    Token,
    /// The engine is starting, or the web server in front of it can't reach it.
    Starting,
    /// The engine has too much to do.
    Overloaded,
    /// What answers isn't an engine's API.
    NotAnEngine,
    /// The certificate is from a CA that isn't trusted.
    UntrustedCa,
    /// The certificate is for another host, or out of its time.
    BadCertificate,
    /// There was no connection, or it broke.
    Unreachable,
    /// There was no answer in time.
    Timeout,
    /// The call was made in a way that can't work.
    Usage,
    /// None of these.
    #[default]
    Other,
}

impl ErrorKind {
    /// Whether the same request may well succeed a little later.
    pub(super) fn passes(self) -> bool {
        matches!(self, Self::Locked | Self::OperationInProgress)
    }

    /// What to do about it.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Locked | Self::OperationInProgress => {
                "try again in a moment, or wait for it with with_wait_while_locked"
            }
            Self::NameInUse => "choose another name, or use the object that has it",
            Self::InUse => "remove what depends on it first",
            Self::Protected => "set delete_protected to false first",
            Self::Quota => "free something that the quota counts, or use another quota",
            Self::NoResources => "free some, or choose another host or storage domain",
            _ => "",
        }
    }
}

/// What an error is about that has this symptom.
pub(super) fn of(symptom: Cause, fault: Option<&Fault>, what: &str) -> ErrorKind {
    match symptom {
        Cause::Http(Http::NameNotResolved)
        | Cause::Http(Http::Refused)
        | Cause::Http(Http::Unreachable)
        | Cause::Http(Http::Proxy)
        | Cause::Http(Http::Broken)
        | Cause::Http(Http::Tls) => ErrorKind::Unreachable,
        Cause::Http(Http::ConnectTimeout) | Cause::AnswerTimeout => ErrorKind::Timeout,
        Cause::Http(Http::UnknownCa) | Cause::Http(Http::NotPinned) => ErrorKind::UntrustedCa,
        Cause::Http(Http::WrongHost)
        | Cause::Http(Http::Expired)
        | Cause::Http(Http::NotYetValid) => ErrorKind::BadCertificate,
        Cause::Http(Http::NotTls)
        | Cause::Http(Http::NotHttp)
        | Cause::Http(Http::WantsTls)
        | Cause::Redirect
        | Cause::NotXml
        | Cause::NotJson => ErrorKind::NotAnEngine,
        Cause::NoCredentials => ErrorKind::Usage,
        // The reason of the engine that says so has no code of its own.
        Cause::LoginRefused if what.contains("No valid profile") => ErrorKind::WrongProfile,
        Cause::LoginRefused | Cause::Negotiation => ErrorKind::Credentials,
        Cause::TokenRefused => ErrorKind::Token,
        Cause::Status(status) => of_status(status, fault),
        Cause::Empty
        | Cause::Http(Http::Encoding)
        | Cause::Http(Http::BadHttp)
        | Cause::Unreadable
        | Cause::JobFailed
        | Cause::NotRecorded => ErrorKind::Other,
    }
}

fn of_status(status: u16, fault: Option<&Fault>) -> ErrorKind {
    let Some(fault) = fault else {
        return match status {
            401 => ErrorKind::Token,
            403 => ErrorKind::Permission,
            404 => ErrorKind::NotFound,
            429 => ErrorKind::Overloaded,
            502..=504 => ErrorKind::Starting,
            _ => ErrorKind::Other,
        };
    };
    let reason = fault.reason.as_deref().unwrap_or_default();
    let detail = fault.detail.as_deref().unwrap_or_default();
    match status {
        401 => ErrorKind::Token,
        403 => ErrorKind::Permission,
        404 => ErrorKind::MissingReference,
        _ if is_validation(reason) => ErrorKind::Validation,
        _ => of_messages(detail),
    }
}

/// Reasons that the engine gives before it tries a command.
fn is_validation(reason: &str) -> bool {
    [
        "Input validation failed",
        "Incomplete parameters",
        "Invalid value",
        "Value out of range",
        "Request syntactically incorrect",
        "Broken immutability constraint",
        "Invalid version",
    ]
    .iter()
    .any(|known| reason.starts_with(known))
}

/// Parts of the engine's messages, in lower case, and of their codes. The first that fits decides, so
/// that what is more special comes first.
const MESSAGES: &[(ErrorKind, &[&str])] = &[
    (ErrorKind::Quota, &["quota"]),
    (
        ErrorKind::Protected,
        &["delete protect", "delete_protect", "deletion protection"],
    ),
    (
        ErrorKind::OperationInProgress,
        &[
            "currently in progress",
            "object_locked",
            "is being performed",
        ],
    ),
    (
        ErrorKind::NameInUse,
        &[
            "name is already in use",
            "name already in use",
            "name_already_used",
            "name is already used",
            "name in use",
            "already exists",
            "already_exist",
            "is taken",
        ],
    ),
    (ErrorKind::Locked, &["locked"]),
    (
        ErrorKind::NoResources,
        &[
            "low disk space",
            "disk_space_low",
            "not enough",
            "insufficient",
            "no available host",
            "did not satisfy",
        ],
    ),
    (
        ErrorKind::WrongState,
        &[
            "is running",
            "is not running",
            "not down",
            "must be down",
            "is not up",
            "not_up",
            "not_down",
            "is up",
            "illegal status",
            "status_illegal",
            "incorrect status",
            "invalid status",
            "in status",
            "not in maintenance",
            "is not active",
        ],
    ),
    (
        ErrorKind::InUse,
        &[
            "in use",
            "_in_use",
            "is being used",
            "still attached",
            "is attached",
            "has vms",
            "has hosts",
            "based on",
        ],
    ),
];

fn of_messages(detail: &str) -> ErrorKind {
    let detail = detail.to_ascii_lowercase();
    let fits = |(_, words): &&(ErrorKind, &[&str])| words.iter().any(|word| detail.contains(word));
    MESSAGES
        .iter()
        .find(fits)
        .map_or(ErrorKind::Other, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use ovirt_types::Fault;

    use super::{ErrorKind, of_status};

    #[test]
    fn reasons_are_told_by_words_and_by_codes() {
        use ErrorKind::*;
        let table = [
            (409, "[Cannot edit VM. VM is locked.]", Locked),
            (
                409,
                "[Cannot run VM. Related operation is currently in progress.]",
                OperationInProgress,
            ),
            (
                409,
                "[ACTION_TYPE_FAILED_OBJECT_LOCKED]",
                OperationInProgress,
            ),
            (409, "[ACTION_TYPE_FAILED_DISK_IS_LOCKED]", Locked),
            (
                409,
                "[Cannot add VM. The VM name is already in use.]",
                NameInUse,
            ),
            (409, "[ACTION_TYPE_FAILED_NAME_ALREADY_USED]", NameInUse),
            (
                409,
                "[Cannot remove Cluster. The cluster is in use.]",
                InUse,
            ),
            (409, "[Cannot run VM. VM is running.]", WrongState),
            (
                409,
                "[Cannot remove VM. Delete protection is enabled.]",
                Protected,
            ),
            (400, "[Cannot add Disk. Quota exceeded.]", Quota),
            (
                400,
                "[Cannot add Disk. Low disk space on Storage Domain data.]",
                NoResources,
            ),
            (409, "[Etwas anderes.]", Other),
            (404, "Entity not found: Cluster: name=foo", MissingReference),
            (403, "[No.]", Permission),
        ];
        for (status, detail, expected) in table {
            let fault = Fault::new().reason("Operation Failed").detail(detail);
            assert_eq!(of_status(status, Some(&fault)), expected, "{detail}");
        }
    }

    #[test]
    fn a_document_that_is_refused_is_told_by_the_reason() {
        for reason in [
            "Input validation failed.",
            "Incomplete parameters",
            "Invalid value",
            "Request syntactically incorrect.",
        ] {
            let fault = Fault::new().reason(reason).detail("x is locked");
            assert_eq!(of_status(400, Some(&fault)), ErrorKind::Validation);
        }
        assert_eq!(of_status(503, None), ErrorKind::Starting);
        assert_eq!(of_status(404, None), ErrorKind::NotFound);
    }
}
