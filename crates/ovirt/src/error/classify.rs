//! The error table: maps each cause to an error struct, its [`ErrorKind`], whether a retry can
//! help, and the advice in the text. Nothing else decides on these.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ovirt_http::FailureKind as Http;
use ovirt_types::Fault;

use super::Error;
use super::error_kind::ErrorKind;
use super::variants::{
    AuthError, ConnectionError, Details, FaultError, NotFoundError, RequestInfo, ResponseError,
    TimeoutError, UsageError,
};
use super::{fault, missing, refusal, text};
use crate::redact::Redactor;

/// The cause of an error: the key of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The HTTP client failed to deliver a complete response.
    Http(Http),
    /// No complete response before the deadline.
    ResponseTimeout,
    /// None of a limited number of connections was free before the deadline.
    ConnectionsInUse,
    // Login
    NoCredentials,
    LoginRefused,
    /// The login succeeded, but its response has no usable token.
    NoToken,
    TokenRefused,
    Negotiation,
    /// The program could not obtain the password.
    NoPassword,
    /// The user exists, but has no permission to log in.
    LoginDenied,
    /// An unsuccessful status code, with a fault or without.
    Status(u16),
    /// The web server runs without the API of the engine, which is starting or stopping.
    Undeployed,
    // Responses other than expected
    /// Status 304, without content.
    NotModified,
    Redirect,
    NotXml,
    NotJson,
    EmptyBody,
    InvalidDocument,
    /// The response exceeds its memory limit.
    TooLarge,
    /// A job of the request failed after the engine had accepted it.
    JobFailed,
    /// No job with the correlation id appeared.
    NoJob,
    /// An object cannot reach the status that a wait is for.
    WaitFailed,
    /// A wait was not over in time.
    WaitTimeout,
    /// The identifiers of events have begun again, or are no numbers.
    EventOrder,
    /// The engine returned the same page of a list again.
    SamePage,
    /// A recording cannot be replayed or written.
    Recording,
}

/// A row of the table.
struct Row {
    variant: fn(Details) -> Error,
    kind: ErrorKind,
    retryable: bool,
    /// Advice for the user; empty if there is none. `{server}` stands for host and port.
    hint: &'static str,
}

impl Row {
    /// Applies the classification of the engine's message.
    fn refine(&mut self, refusal: refusal::Refusal) {
        if refusal.kind != ErrorKind::Other {
            self.kind = refusal.kind;
        }
        self.retryable |= refusal.retryable;
        if !refusal.hint.is_empty() {
            self.hint = refusal.hint;
        }
    }
}

const fn row(
    variant: fn(Details) -> Error,
    kind: ErrorKind,
    retryable: bool,
    hint: &'static str,
) -> Row {
    Row {
        variant,
        kind,
        retryable,
        hint,
    }
}

impl Cause {
    #[rustfmt::skip]
    fn row(self) -> Row {
        use ErrorKind::{
            BadCertificate, Credentials, Failed, Limit, NotAnEngine, NotFound, Other, Overloaded, Permission, Starting,
            Timeout, Token, Unreachable, UntrustedCa, Usage, Validation, WaitFailed,
        };
        const LOGIN: &str = "check the user name and password; the user name includes its profile, such as admin@internal, or admin@ovirt@internalsso if the engine uses Keycloak";
        const BUSY: &str = "the engine is not ready or is overloaded; retry later";
        const WRONG_URL: &str = "check that the URL is that of an engine's API";
        match self {
            Self::Http(Http::NameNotResolved) => row(ConnectionError::error, Unreachable, true, "check the host name in the URL and the DNS settings of this computer"),
            Self::Http(Http::Refused) => row(ConnectionError::error, Unreachable, true, "check the host and port in the URL, and that the engine is running"),
            Self::Http(Http::Unreachable) => row(ConnectionError::error, Unreachable, true, "check the network, and the host and port in the URL"),
            Self::Http(Http::ConnectTimeout) => row(TimeoutError::error, Timeout, true, "check the network and firewalls between this computer and the engine, or raise connect_timeout"),
            Self::Http(Http::Proxy) => row(ConnectionError::error, Unreachable, true, "check the proxy URL and proxy_credentials; the source of this error has details"),
            Self::Http(Http::ProxyLogin) => row(ConnectionError::error, Credentials, false, "set user and password for the proxy with proxy_credentials"),
            Self::Http(Http::ProxyTimeout) => row(TimeoutError::error, Timeout, true, "check the proxy URL and that the proxy is running, or raise connect_timeout"),
            Self::Http(Http::UnknownCa) => row(ConnectionError::error, UntrustedCa, false, "pass the engine's CA certificate with ca_file or ca_pem; it can be downloaded from https://{server}/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA"),
            Self::Http(Http::SelfSigned) => row(ConnectionError::error, UntrustedCa, false, "the certificate of an engine is issued by its CA, so check the URL; to trust this certificate alone, pass its fingerprint to server_fingerprint"),
            Self::Http(Http::NotPinned) => row(ConnectionError::error, UntrustedCa, false, "if the engine has a new certificate, pass its fingerprint to server_fingerprint; otherwise someone may be intercepting the connection"),
            Self::Http(Http::WrongHost) => row(ConnectionError::error, BadCertificate, false, "use a host name from the certificate in the URL"),
            Self::Http(Http::NoHostNames) => row(ConnectionError::error, BadCertificate, false, "renew the certificate with the host name as a subject alternative name, as a common name (CN) does not count; or pass its fingerprint to server_fingerprint"),
            Self::Http(Http::Expired) => row(ConnectionError::error, BadCertificate, false, "renew the engine's certificate, or check the clock of this computer"),
            Self::Http(Http::NotYetValid) => row(ConnectionError::error, BadCertificate, false, "check the clocks of this computer and of the engine"),
            Self::Http(Http::NotTls) => row(ConnectionError::error, NotAnEngine, false, "check the port in the URL, or use http:// if the server is meant to use plain HTTP"),
            Self::Http(Http::Tls) => row(ConnectionError::error, Unreachable, false, "the source of this error has details"),
            Self::Http(Http::NotHttp) => row(ConnectionError::error, NotAnEngine, false, "check the port in the URL; if it expects TLS, use https://"),
            Self::Http(Http::TlsRequired) => row(ConnectionError::error, NotAnEngine, false, "use https:// in the URL"),
            Self::Http(Http::Disconnected) => row(ConnectionError::error, Unreachable, true, "the engine or a proxy in between closed the connection; a retry may help"),
            Self::Http(Http::Encoding) => row(ResponseError::error, Other, false, "compress(false) requests uncompressed responses"),
            Self::TooLarge | Self::Http(Http::TooLarge) => row(ResponseError::error, Limit, false, "if the engine really sends that much, raise response_limit of the connection, of which logins and error pages may take a 64th; .stream() reads lists of any length"),
            Self::Http(Http::InvalidHttp) => row(ResponseError::error, Other, false, ""),
            Self::Http(Http::HeadTooLarge) => row(ResponseError::error, NotAnEngine, false, "an engine sends few headers: check the URL, and what proxies in between add; cookies are a frequent reason"),
            Self::ResponseTimeout => row(TimeoutError::error, Timeout, true, "the engine may still carry out the request; raise the timeout if it is known to take long"),
            Self::ConnectionsInUse => row(TimeoutError::error, Timeout, true, "read streams to their end or drop them, or raise connections of the connection"),
            Self::NoCredentials => row(UsageError::error, Usage, false, "pass credentials(user, password) or token(token) to the builder"),
            Self::LoginRefused => row(AuthError::error, Credentials, false, LOGIN),
            Self::NoToken => row(ResponseError::error, Other, false, "check sso_url and sso_token_name if they are set"),
            Self::TokenRefused => row(AuthError::error, Token, false, "the token is unknown or expired: pass a new one, or pass credentials to log in with"),
            Self::NoPassword => row(AuthError::error, Credentials, false, ""),
            Self::Negotiation => row(AuthError::error, Credentials, false, "check that there is a valid ticket (klist) and that the engine offers Kerberos"),
            Self::Status(401) => row(AuthError::error, Token, false, "the engine does not accept the login; check that the user may use the API"),
            Self::LoginDenied => row(AuthError::error, Permission, false, "an administrator must give the user a role"),
            Self::Undeployed => row(FaultError::error, Starting, true, "retry later; if it persists, check that the URL is that of an engine's API"),
            Self::Status(403) => row(AuthError::error, Permission, false, "the user lacks a permission for this operation"),
            Self::Status(404) => row(NotFoundError::error, NotFound, false, ""),
            Self::Status(407) => row(ConnectionError::error, Credentials, false, "set proxy and proxy_credentials"),
            Self::Status(200..=299) => row(FaultError::error, Failed, false, "the status of the response means success, but its content does not; the engine's events and logs have details"),
            Self::Status(408) => row(FaultError::error, Other, true, BUSY),
            Self::Status(429) => row(FaultError::error, Overloaded, true, BUSY),
            Self::Status(502..=504) => row(FaultError::error, Starting, true, BUSY),
            Self::Status(_) => row(FaultError::error, Other, false, ""),
            Self::NotModified => row(ResponseError::error, Validation, false, "remove headers such as If-None-Match and If-Modified-Since, and check that no proxy in between caches responses"),
            Self::Redirect => row(ResponseError::error, NotAnEngine, false, "redirects are not followed; use the URL of the API itself, typically https://HOST/ovirt-engine/api"),
            Self::NotXml => row(ResponseError::error, NotAnEngine, false, WRONG_URL),
            Self::NotJson => row(ResponseError::error, NotAnEngine, false, WRONG_URL),
            Self::EmptyBody => row(ResponseError::error, Other, false, ""),
            Self::InvalidDocument => row(ResponseError::error, Other, false, ""),
            Self::JobFailed => row(FaultError::error, WaitFailed, false, "the engine's events with this correlation ID have details"),
            Self::NoJob => row(NotFoundError::error, NotFound, false, "check the correlation ID; many requests start no job"),
            Self::WaitFailed => row(FaultError::error, WaitFailed, false, "the engine's events about the object have details"),
            Self::WaitTimeout => row(TimeoutError::error, Timeout, true, ""),
            Self::EventOrder => row(ResponseError::error, Other, false, "begin again with watch(None)"),
            Self::SamePage => row(ResponseError::error, Other, false, "request the list as a whole, with list() or stream()"),
            Self::Recording => row(ConnectionError::error, Other, false, "make a new recording with the requests that are sent now"),
        }
    }

    /// Returns the row of this cause, refined by the fault that the engine sent.
    fn row_with(self, fault: Option<&Fault>, request: &RequestInfo) -> Row {
        let mut row = self.row();
        match (self, fault) {
            (_, None) | (Self::Status(401 | 403), _) => {}
            (Self::Status(404), Some(fault)) if missing::is_about_the_object(fault, request) => {}
            (Self::Status(404), Some(_)) => row.kind = ErrorKind::MissingReference,
            (Self::Status(405), Some(_)) => row.kind = ErrorKind::NotSupported,
            (_, Some(fault)) => row.refine(refusal::classify(fault)),
        }
        row
    }

    /// Whether a wrong path in the URL can be the reason.
    fn is_about_the_path(self) -> bool {
        matches!(
            self,
            Self::Status(404 | 405) | Self::Redirect | Self::NotXml | Self::NotJson
        )
    }
}

/// The request and server that an error is about.
#[derive(Clone, Debug)]
pub(crate) struct RequestContext {
    pub(crate) request: RequestInfo,
    pub(crate) operation: Cow<'static, str>,
    /// Host and port of the server.
    pub(crate) server: Arc<str>,
    /// Whether the URL has the usual path of an API.
    pub(crate) usual_path: bool,
    /// Memory limit of the response, in bytes.
    pub(crate) memory: usize,
    /// Whether the request waits for one of a limited number of connections.
    pub(crate) waiting: Waiting,
    pub(crate) correlation_id: Option<String>,
    /// The status code of the response, once its head has arrived.
    pub(crate) status: Option<u16>,
    pub(crate) redactor: Arc<Redactor>,
}

/// Set while a request waits for a connection, and read after its timeout.
#[derive(Debug, Default)]
pub(crate) struct Waiting(AtomicBool);

impl Waiting {
    pub(crate) fn set(&self, is_waiting: bool) {
        self.0.store(is_waiting, Ordering::Relaxed);
    }

    pub(crate) fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for Waiting {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Makes the error for a cause other than a status code.
#[cold]
pub(crate) fn error(cause: Cause, message: impl Into<String>, context: &RequestContext) -> Error {
    build(cause, message.into(), None, None, context)
}

/// Makes the error for a login that the SSO service refused for this reason.
#[cold]
pub(crate) fn login_error(reason: &str, status: u16, context: &RequestContext) -> Error {
    if reason.contains(SERVER_ERROR) {
        let message = format!("the engine is starting or stopping: {reason}");
        return build(Cause::Undeployed, message, Some(status), None, context);
    }
    let mut row = Cause::LoginRefused.row();
    if let Some(refusal) = refusal::classify_login(reason) {
        row.refine(refusal);
    }
    if matches!(row.kind, ErrorKind::Credentials | ErrorKind::WrongProfile)
        && !reason.contains("expired")
    {
        row.hint = Cause::LoginRefused.row().hint;
    }
    let message = format!("the engine refused the {}: {reason}", context.operation);
    build_row(row, message, Some(status), None, context)
}

/// A web page in place of a document.
pub(crate) struct WebPage {
    pub(crate) text: String,
    /// Whether it is from a server without a deployed engine, if the status is 404.
    pub(crate) is_undeployed: bool,
}

/// Makes the error for a response with this status code.
#[cold]
pub(crate) fn status_error(
    status: u16,
    fault: Option<Fault>,
    page: Option<WebPage>,
    context: &RequestContext,
) -> Error {
    let cause = status_cause(status, fault.as_ref(), page.as_ref(), context);
    let message = fault.as_ref().and_then(fault::one_line);
    let message = message.unwrap_or_else(|| {
        let message = match cause {
            Cause::Status(401) => "the engine requires a login",
            Cause::Status(403) | Cause::LoginDenied => "the engine denied permission",
            Cause::Status(407) => "a proxy requires a login",
            Cause::Status(404) => "not found",
            Cause::Status(405) => "the engine does not support this operation on this path",
            Cause::Undeployed => "the engine is starting or stopping",
            _ if status >= 500 => "the engine or the web server in front of it failed",
            _ => "the engine refused the request without giving a reason",
        };
        match page {
            Some(page) => format!("{message}: {:?}", page.text),
            None => message.to_owned(),
        }
    });
    build(cause, message, Some(status), fault, context)
}

/// The cause that a status code stands for, refined by the web page.
fn status_cause(
    status: u16,
    fault: Option<&Fault>,
    page: Option<&WebPage>,
    context: &RequestContext,
) -> Cause {
    let (None, Some(page)) = (fault, page) else {
        return Cause::Status(status);
    };
    match status {
        401 if page.text.contains(LOGIN_DENIED) => Cause::LoginDenied,
        401 if page.text.starts_with(SERVER_ERROR) => Cause::Undeployed,
        404 if page.is_undeployed && context.usual_path => Cause::Undeployed,
        _ => Cause::Status(status),
    }
}

/// What the single sign-on service says while it starts or stops.
pub(crate) const SERVER_ERROR: &str = "server_error";

/// A part of the web page that refuses a user without any permission.
pub(crate) const LOGIN_DENIED: &str = "is not authorized to perform login";

fn build(
    cause: Cause,
    message: String,
    status: Option<u16>,
    fault: Option<Fault>,
    context: &RequestContext,
) -> Error {
    let mut row = cause.row_with(fault.as_ref(), &context.request);
    if fault.is_none() && cause.is_about_the_path() && !context.usual_path {
        row.hint = "the path of the URL is unusual; typically it is /ovirt-engine/api";
    }
    let mut error = build_row(row, message, status, fault, context);
    // There was no engine that could have carried out the request.
    error.details_mut().set_unsent(cause == Cause::Undeployed);
    error
}

fn build_row(
    row: Row,
    message: String,
    status: Option<u16>,
    fault: Option<Fault>,
    context: &RequestContext,
) -> Error {
    let hint = row.hint.replace("{server}", &context.server);
    let redact = |text: &str| context.redactor.text(text);
    (row.variant)(Details {
        message: text::one_line(redact(&message)),
        hint: Some(hint).filter(|hint| !hint.is_empty()),
        request: Some(context.request.clone()),
        operation: Some(context.operation.to_string()),
        status: status.or(context.status),
        fault: fault.map(|fault| Fault {
            reason: fault.reason.as_deref().map(redact),
            detail: fault.detail.as_deref().map(redact),
        }),
        correlation_id: context.correlation_id.as_deref().map(redact),
        retryable: row.retryable,
        kind: row.kind,
        ..Details::default()
    })
}

#[cfg(test)]
mod tests {
    use ovirt_http::FailureKind as Http;
    use ovirt_types::Fault;

    use super::{Cause, RequestContext, Waiting, error, status_error};
    use std::sync::Arc;

    use crate::error::{Error, RequestInfo};
    use crate::redact::Redactor;

    fn context() -> RequestContext {
        RequestContext {
            request: RequestInfo::new("GET", "/ovirt-engine/api/vms"),
            operation: "vms.list".into(),
            server: "engine.example.com:443".into(),
            usual_path: true,
            memory: usize::MAX,
            waiting: Waiting::default(),
            correlation_id: None,
            status: None,
            redactor: Arc::new(Redactor::new("access_token", [])),
        }
    }

    fn elsewhere() -> RequestContext {
        RequestContext {
            usual_path: false,
            ..context()
        }
    }

    /// A line for each property that users see of an error: variant, kind, whether it is retryable,
    /// and the text without the request.
    fn rendered(error: &Error) -> String {
        let debug = format!("{error:?}");
        let variant = debug.split('(').next().unwrap();
        let text = error.to_string();
        let text = text.replace(" (vms.list: GET /ovirt-engine/api/vms)", "");
        let text = text.replace(" (vms.list: GET /ovirt-engine/api/vms, status ", " (");
        let retryable = if error.is_retryable() {
            " retryable"
        } else {
            ""
        };
        format!("{variant} {:?}{retryable}: {text}", error.kind())
    }

    /// Changes of a text, a kind or whether a retry helps show up here in review.
    #[test]
    #[rustfmt::skip]
    fn every_row_of_the_table() {
        let table = [
            (Cause::Http(Http::NameNotResolved), "Connection Unreachable retryable: MESSAGE: check the host name in the URL and the DNS settings of this computer"),
            (Cause::Http(Http::Refused), "Connection Unreachable retryable: MESSAGE: check the host and port in the URL, and that the engine is running"),
            (Cause::Http(Http::Unreachable), "Connection Unreachable retryable: MESSAGE: check the network, and the host and port in the URL"),
            (Cause::Http(Http::ConnectTimeout), "Timeout Timeout retryable: MESSAGE: check the network and firewalls between this computer and the engine, or raise connect_timeout"),
            (Cause::Http(Http::Proxy), "Connection Unreachable retryable: MESSAGE: check the proxy URL and proxy_credentials; the source of this error has details"),
            (Cause::Http(Http::ProxyLogin), "Connection Credentials: MESSAGE: set user and password for the proxy with proxy_credentials"),
            (Cause::Http(Http::ProxyTimeout), "Timeout Timeout retryable: MESSAGE: check the proxy URL and that the proxy is running, or raise connect_timeout"),
            (Cause::Http(Http::UnknownCa), "Connection UntrustedCa: MESSAGE: pass the engine's CA certificate with ca_file or ca_pem; it can be downloaded from https://engine.example.com:443/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA"),
            (Cause::Http(Http::SelfSigned), "Connection UntrustedCa: MESSAGE: the certificate of an engine is issued by its CA, so check the URL; to trust this certificate alone, pass its fingerprint to server_fingerprint"),
            (Cause::Http(Http::NotPinned), "Connection UntrustedCa: MESSAGE: if the engine has a new certificate, pass its fingerprint to server_fingerprint; otherwise someone may be intercepting the connection"),
            (Cause::Http(Http::WrongHost), "Connection BadCertificate: MESSAGE: use a host name from the certificate in the URL"),
            (Cause::Http(Http::NoHostNames), "Connection BadCertificate: MESSAGE: renew the certificate with the host name as a subject alternative name, as a common name (CN) does not count; or pass its fingerprint to server_fingerprint"),
            (Cause::Http(Http::Expired), "Connection BadCertificate: MESSAGE: renew the engine's certificate, or check the clock of this computer"),
            (Cause::Http(Http::NotYetValid), "Connection BadCertificate: MESSAGE: check the clocks of this computer and of the engine"),
            (Cause::Http(Http::NotTls), "Connection NotAnEngine: MESSAGE: check the port in the URL, or use http:// if the server is meant to use plain HTTP"),
            (Cause::Http(Http::Tls), "Connection Unreachable: MESSAGE: the source of this error has details"),
            (Cause::Http(Http::NotHttp), "Connection NotAnEngine: MESSAGE: check the port in the URL; if it expects TLS, use https://"),
            (Cause::Http(Http::TlsRequired), "Connection NotAnEngine: MESSAGE: use https:// in the URL"),
            (Cause::Http(Http::Disconnected), "Connection Unreachable retryable: MESSAGE: the engine or a proxy in between closed the connection; a retry may help"),
            (Cause::Http(Http::Encoding), "Response Other: MESSAGE: compress(false) requests uncompressed responses"),
            (Cause::Http(Http::InvalidHttp), "Response Other: MESSAGE"),
            (Cause::Http(Http::HeadTooLarge), "Response NotAnEngine: MESSAGE: an engine sends few headers: check the URL, and what proxies in between add; cookies are a frequent reason"),
            (Cause::ResponseTimeout, "Timeout Timeout retryable: MESSAGE: the engine may still carry out the request; raise the timeout if it is known to take long"),
            (Cause::ConnectionsInUse, "Timeout Timeout retryable: MESSAGE: read streams to their end or drop them, or raise connections of the connection"),
            (Cause::NoCredentials, "Usage Usage: MESSAGE: pass credentials(user, password) or token(token) to the builder"),
            (Cause::LoginRefused, "Auth Credentials: MESSAGE: check the user name and password; the user name includes its profile, such as admin@internal, or admin@ovirt@internalsso if the engine uses Keycloak"),
            (Cause::NoToken, "Response Other: MESSAGE: check sso_url and sso_token_name if they are set"),
            (Cause::TokenRefused, "Auth Token: MESSAGE: the token is unknown or expired: pass a new one, or pass credentials to log in with"),
            (Cause::NoPassword, "Auth Credentials: MESSAGE"),
            (Cause::Negotiation, "Auth Credentials: MESSAGE: check that there is a valid ticket (klist) and that the engine offers Kerberos"),
            (Cause::NotModified, "Response Validation: MESSAGE: remove headers such as If-None-Match and If-Modified-Since, and check that no proxy in between caches responses"),
            (Cause::Redirect, "Response NotAnEngine: MESSAGE: redirects are not followed; use the URL of the API itself, typically https://HOST/ovirt-engine/api"),
            (Cause::LoginDenied, "Auth Permission: MESSAGE: an administrator must give the user a role"),
            (Cause::Undeployed, "Fault Starting retryable: MESSAGE: retry later; if it persists, check that the URL is that of an engine's API"),
            (Cause::NotXml, "Response NotAnEngine: MESSAGE: check that the URL is that of an engine's API"),
            (Cause::NotJson, "Response NotAnEngine: MESSAGE: check that the URL is that of an engine's API"),
            (Cause::EmptyBody, "Response Other: MESSAGE"),
            (Cause::InvalidDocument, "Response Other: MESSAGE"),
            (Cause::TooLarge, "Response Limit: MESSAGE: if the engine really sends that much, raise response_limit of the connection, of which logins and error pages may take a 64th; .stream() reads lists of any length"),
            (Cause::Http(Http::TooLarge), "Response Limit: MESSAGE: if the engine really sends that much, raise response_limit of the connection, of which logins and error pages may take a 64th; .stream() reads lists of any length"),
            (Cause::JobFailed, "Fault WaitFailed: MESSAGE: the engine's events with this correlation ID have details"),
            (Cause::NoJob, "NotFound NotFound: MESSAGE: check the correlation ID; many requests start no job"),
            (Cause::WaitFailed, "Fault WaitFailed: MESSAGE: the engine's events about the object have details"),
            (Cause::WaitTimeout, "Timeout Timeout retryable: MESSAGE"),
            (Cause::Recording, "Connection Other: MESSAGE: make a new recording with the requests that are sent now"),
        ];
        for (cause, expected) in table {
            assert_eq!(rendered(&error(cause, "MESSAGE", &context())), expected, "{cause:?}");
        }
    }

    #[test]
    #[rustfmt::skip]
    fn every_status_code_without_a_fault() {
        let table = [
            (400, "Fault Other: the engine refused the request without giving a reason (400)"),
            (401, "Auth Token: the engine requires a login (401): the engine does not accept the login; check that the user may use the API"),
            (403, "Auth Permission: the engine denied permission (403): the user lacks a permission for this operation"),
            (404, "NotFound NotFound: not found (404)"),
            (405, "Fault Other: the engine does not support this operation on this path (405)"),
            (407, "Connection Credentials: a proxy requires a login (407): set proxy and proxy_credentials"),
            (408, "Fault Other retryable: the engine refused the request without giving a reason (408): the engine is not ready or is overloaded; retry later"),
            (409, "Fault Other: the engine refused the request without giving a reason (409)"),
            (415, "Fault Other: the engine refused the request without giving a reason (415)"),
            (429, "Fault Overloaded retryable: the engine refused the request without giving a reason (429): the engine is not ready or is overloaded; retry later"),
            (500, "Fault Other: the engine or the web server in front of it failed (500)"),
            (502, "Fault Starting retryable: the engine or the web server in front of it failed (502): the engine is not ready or is overloaded; retry later"),
            (503, "Fault Starting retryable: the engine or the web server in front of it failed (503): the engine is not ready or is overloaded; retry later"),
            (504, "Fault Starting retryable: the engine or the web server in front of it failed (504): the engine is not ready or is overloaded; retry later"),
        ];
        for (status, expected) in table {
            assert_eq!(rendered(&status_error(status, None, None, &context())), expected);
        }
    }

    #[test]
    #[rustfmt::skip]
    fn every_status_code_with_a_fault() {
        let table = [
            (200, "No.", "Fault Failed: Operation Failed: No. (200): the status of the response means success, but its content does not; the engine's events and logs have details"),
            (400, "No.", "Fault Other: Operation Failed: No. (400)"),
            (401, "VM is locked.", "Auth Token: Operation Failed: VM is locked. (401): the engine does not accept the login; check that the user may use the API"),
            (403, "VM is locked.", "Auth Permission: Operation Failed: VM is locked. (403): the user lacks a permission for this operation"),
            (404, "VM is locked.", "NotFound NotFound: Operation Failed: VM is locked. (404)"),
            (409, "VM is locked.", "Fault Locked retryable: Operation Failed: VM is locked. (409): retry in a moment, or use with_wait_while_locked to wait for the lock"),
            (409, "Related operation is currently in progress.", "Fault OperationInProgress retryable: Operation Failed: Related operation is currently in progress. (409): retry in a moment, or use with_wait_while_locked to wait for the lock"),
            (409, "The name is already in use.", "Fault NameInUse: Operation Failed: The name is already in use. (409): choose another name, or use the existing object"),
            (409, "The cluster is in use.", "Fault InUse: Operation Failed: The cluster is in use. (409): remove or detach the objects that use it first"),
            (409, "VM is running.", "Fault WrongState: Operation Failed: VM is running. (409): bring the object into the required state first"),
            (409, "Delete protection is enabled.", "Fault Protected: Operation Failed: Delete protection is enabled. (409): set delete_protected to false first"),
            (409, "Quota exceeded.", "Fault Quota: Operation Failed: Quota exceeded. (409): free resources that count towards the quota, or use another quota"),
            (409, "Low disk space.", "Fault NoSpace: Operation Failed: Low disk space. (409): free disk space, or choose another storage domain"),
            (500, "No.", "Fault Other: Operation Failed: No. (500)"),
            (503, "No.", "Fault Starting retryable: Operation Failed: No. (503): the engine is not ready or is overloaded; retry later"),
            (503, "VM is locked.", "Fault Locked retryable: Operation Failed: VM is locked. (503): retry in a moment, or use with_wait_while_locked to wait for the lock"),
        ];
        for (status, detail, expected) in table {
            let fault = Fault::new().reason("Operation Failed").detail(format!("[{detail}]"));
            let error = status_error(status, Some(fault), None, &context());
            assert_eq!(rendered(&error), expected);
            assert_eq!(error.is_conflict(), status == 409);
            assert_eq!(error.messages(), [detail]);
        }
    }

    #[test]
    fn failed_validation_is_a_kind_of_its_own() {
        let fault = Fault::new().reason("Invalid value").detail("VM is locked.");
        let error = status_error(400, Some(fault), None, &context());
        assert_eq!(
            rendered(&error),
            "Fault Validation: Invalid value: VM is locked. (400): correct the value"
        );
    }

    #[test]
    fn a_web_page_is_quoted_and_refines_the_kind() {
        let table = [
            (
                500,
                "broken",
                true,
                "Fault Other: the engine or the web server in front of it failed: \"broken\" (500)",
            ),
            (
                404,
                "Not Found",
                true,
                "Fault Starting retryable: the engine is starting or stopping: \"Not Found\" (404): retry later; if it persists, check that the URL is that of an engine's API",
            ),
            (
                404,
                "RESTEASY003210: Could not find resource",
                false,
                "NotFound NotFound: not found: \"RESTEASY003210: Could not find resource\" (404)",
            ),
            (
                401,
                "The user x is not authorized to perform login",
                true,
                "Auth Permission: the engine denied permission: \"The user x is not authorized to perform login\" (401): an administrator must give the user a role",
            ),
            (
                401,
                "server_error: Connection pool shut down",
                true,
                "Fault Starting retryable: the engine is starting or stopping: \"server_error: Connection pool shut down\" (401): retry later; if it persists, check that the URL is that of an engine's API",
            ),
        ];
        for (status, text, is_undeployed, expected) in table {
            let page = super::WebPage {
                text: text.to_owned(),
                is_undeployed,
            };
            let error = status_error(status, None, Some(page), &context());
            assert_eq!(rendered(&error), expected);
        }
    }

    #[test]
    fn an_unusual_path_is_pointed_out_unless_the_engine_sent_a_fault() {
        let hint = |error: Error| error.details().hint().map(str::to_owned);
        let unusual = Some("the path of the URL is unusual; typically it is /ovirt-engine/api");
        for cause in [Cause::Redirect, Cause::NotXml, Cause::NotJson] {
            assert_eq!(hint(error(cause, "", &elsewhere())).as_deref(), unusual);
        }
        for status in [404, 405] {
            let error = |fault| hint(status_error(status, fault, None, &elsewhere()));
            assert_eq!(error(None).as_deref(), unusual);
            assert_eq!(error(Some(Fault::new())), None);
        }
        assert_eq!(hint(error(Cause::EmptyBody, "", &elsewhere())), None);
        assert_eq!(hint(status_error(404, None, None, &context())), None);
    }
}
