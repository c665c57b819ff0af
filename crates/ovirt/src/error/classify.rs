//! From what was seen on the wire to the kind of error, in one table. Nothing else decides on
//! kinds, on whether trying again can help, and on what to advise.

use std::borrow::Cow;
use std::sync::Arc;

use ovirt_http::FailureKind as Http;
use ovirt_types::Fault;

use super::{
    AuthError, ConnectionError, Error, FaultError, NotFoundError, RequestInfo, ResponseError,
    TimeoutError, UsageError,
};
use super::{error_kind, fault};
use crate::tree;

/// What was seen: the key of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// There is no whole answer.
    Http(Http),
    /// There is none in time.
    AnswerTimeout,
    // Logging in
    NoCredentials,
    LoginRefused,
    TokenRefused,
    Negotiation,
    // Answers of the engine
    Status(u16),
    // Answers that aren't what they should be
    Redirect,
    NotXml,
    NotJson,
    Empty,
    Unreadable,
    // After an answer
    JobFailed,
    // In place of an engine
    NotRecorded,
}

/// The kinds of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Auth,
    Connection,
    NotFound,
    Timeout,
    Fault,
    Response,
    Usage,
}

/// A row of the table: the kind, whether trying again can help, and what to do.
struct Row(Kind, bool, &'static str);

/// The table. `{server}` in an advice stands for name and port of the server.
#[rustfmt::skip]
fn row(symptom: Cause) -> Row {
    use Kind::{Auth, Connection, Fault, NotFound, Response, Timeout, Usage};
    match symptom {
        Cause::Http(Http::NameNotResolved) => Row(Connection, true, "check the name of the host in the URL, and this machine's name resolution"),
        Cause::Http(Http::Refused) => Row(Connection, true, "check host and port in the URL, and that the engine is running"),
        Cause::Http(Http::Unreachable) => Row(Connection, true, "check the network, and host and port in the URL"),
        Cause::Http(Http::ConnectTimeout) => Row(Timeout, true, "check the network and firewalls between this machine and the engine, or raise connect_timeout"),
        Cause::Http(Http::Proxy) => Row(Connection, true, "check the URL of the proxy and proxy_credentials; the cause has the details"),
        Cause::Http(Http::UnknownCa) => Row(Connection, false, "give the engine's CA certificate with ca_file or ca_pem; it can be fetched from https://{server}/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA"),
        Cause::Http(Http::NotPinned) => Row(Connection, false, "if the engine has a new certificate, give its fingerprint to server_fingerprint; else somebody may be in between"),
        Cause::Http(Http::WrongHost) => Row(Connection, false, "use the name that is in the certificate as the host of the URL"),
        Cause::Http(Http::Expired) => Row(Connection, false, "renew the engine's certificate, or check this machine's clock"),
        Cause::Http(Http::NotYetValid) => Row(Connection, false, "check the clocks of this machine and of the engine"),
        Cause::Http(Http::NotTls) => Row(Connection, false, "check the port in the URL, or use http:// if this server is meant to be plain HTTP"),
        Cause::Http(Http::Tls) => Row(Connection, false, "the cause has the details"),
        Cause::Http(Http::NotHttp) => Row(Connection, false, "check the port in the URL; if it expects TLS, use https://"),
        Cause::Http(Http::WantsTls) => Row(Connection, false, "use https:// in the URL"),
        Cause::Http(Http::Broken) => Row(Connection, true, "the engine or something in between ended the connection; trying again may help"),
        Cause::AnswerTimeout => Row(Timeout, true, "the engine may still carry the request out; raise the timeout if this is known to take long"),
        Cause::NoCredentials => Row(Usage, false, "give credentials(user, password) or token(token) to the builder"),
        Cause::LoginRefused => Row(Auth, false, "check user name and password; the user name needs its profile, such as admin@internal, or admin@ovirt@internalsso where the engine uses Keycloak"),
        Cause::TokenRefused => Row(Auth, false, "the token given is unknown or expired: get a new one, or give credentials to log in with"),
        Cause::Negotiation => Row(Auth, false, "check that there is a valid ticket (klist) and that the engine offers Kerberos"),
        Cause::Status(401) => Row(Auth, false, "the login is not accepted; check that the user may use the API"),
        Cause::Status(403) => Row(Auth, false, "the user lacks a permission for this"),
        Cause::Status(404) => Row(NotFound, false, ""),
        Cause::Status(408 | 429 | 502..=504) => Row(Fault, true, "the engine is not ready or overloaded; try again later"),
        Cause::Status(_) => Row(Fault, false, ""),
        Cause::Redirect => Row(Response, false, "redirects are not followed; use the URL of the API itself, typically https://HOST/ovirt-engine/api"),
        Cause::NotXml => Row(Response, false, "check that the URL is the one of an engine's API"),
        Cause::NotJson => Row(Response, false, "check that the URL is the one of an engine's API"),
        Cause::Empty => Row(Response, false, ""),
        Cause::Http(Http::Encoding) => Row(Response, false, "compress(false) asks for answers that are not compressed"),
        Cause::Unreadable | Cause::Http(Http::BadHttp) => Row(Response, false, ""),
        Cause::JobFailed => Row(Fault, false, "the engine's events under the correlation id say more"),
        Cause::NotRecorded => Row(Connection, false, "make the recording again with what is asked for now"),
    }
}

/// About which request and server an error is.
#[derive(Clone, Debug)]
pub(crate) struct RequestContext {
    pub(crate) request: RequestInfo,
    pub(crate) operation: Cow<'static, str>,
    /// Name and port of the server.
    pub(crate) server: Arc<str>,
    /// Whether the URL has the usual path of an API.
    pub(crate) usual_path: bool,
    pub(crate) correlation_id: Option<String>,
}

/// The error for a symptom.
#[cold]
pub(crate) fn error(symptom: Cause, what: impl Into<String>, context: &RequestContext) -> Error {
    build(symptom, what.into(), None, None, context)
}

/// The error for an answer with this status, that has a fault or not.
#[cold]
pub(crate) fn status_error(
    status: u16,
    fault: Option<Fault>,
    html: Option<String>,
    context: &RequestContext,
) -> Error {
    let said = fault.as_ref().and_then(fault::one_line);
    let mut what = match (&said, status) {
        (Some(said), _) => said.clone(),
        (None, 401) => "the engine asks for a login".to_owned(),
        (None, 403) => "the engine doesn't permit this".to_owned(),
        (None, 404) => "not found".to_owned(),
        (None, 405) => "the engine doesn't have this operation here".to_owned(),
        (None, 500..) => "the engine or the web server in front of it failed".to_owned(),
        (None, _) => "the engine refused the request without a reason".to_owned(),
    };
    if let (None, Some(title)) = (&said, html) {
        what.push_str(&format!(
            ", with a web page instead of an explanation ({title:?})"
        ));
    }
    build(Cause::Status(status), what, Some(status), fault, context)
}

fn build(
    symptom: Cause,
    what: String,
    status: Option<u16>,
    fault: Option<Fault>,
    context: &RequestContext,
) -> Error {
    let Row(kind, retryable, hint) = row(symptom);
    let about = error_kind::of(symptom, fault.as_ref(), &what);
    let name = match (symptom, &fault) {
        (Cause::Status(404), None) => name_for_id(context.request.path()),
        _ => None,
    };
    let mut error: Error = match kind {
        Kind::Auth => AuthError::new(what).into(),
        Kind::Connection => ConnectionError::new(what).into(),
        Kind::NotFound => NotFoundError::new(what).into(),
        Kind::Timeout => TimeoutError::new(what).into(),
        Kind::Fault => FaultError::new(what).into(),
        Kind::Response => ResponseError::new(what).into(),
        Kind::Usage => UsageError::new(what).into(),
    };
    let from_elsewhere = fault.is_none() && is_about_the_path(symptom) && !context.usual_path;
    let details = error.details_mut();
    details.set_scene(context);
    details.set_answer(status, fault);
    details.set_retryable(retryable || about.passes());
    details.set_kind(about);
    if from_elsewhere {
        details.set_hint("the path of the URL is unusual; typically it is /ovirt-engine/api");
    } else if let Some(name) = name {
        details.set_hint(format!(
            "{name:?} looks like a name where an identifier is needed: find it with \
             search(\"name={name}\")"
        ));
    } else if !about.hint().is_empty() {
        details.set_hint(about.hint());
    } else if !hint.is_empty() {
        details.set_hint(hint.replace("{server}", &context.server));
    }
    error
}

/// Whether an unusual path in the URL can be the reason.
fn is_about_the_path(symptom: Cause) -> bool {
    matches!(
        symptom,
        Cause::Status(404 | 405) | Cause::Redirect | Cause::NotXml | Cause::NotJson
    )
}

/// The identifier in a path that isn't there, if it looks like a name: engines make identifiers of
/// 36 characters or of digits.
fn name_for_id(path: &str) -> Option<&str> {
    let mut node = tree::root()?;
    let below = path.split_once("/api/").map(|(_, below)| below)?;
    for segment in below.split('/') {
        let fixed = node.children.iter().any(|(own, _)| *own == segment);
        let is_number = segment.bytes().all(|byte| byte.is_ascii_digit());
        let is_uuid =
            segment.len() == 36 && segment.bytes().filter(|byte| *byte == b'-').count() == 4;
        if !fixed && !is_number && !is_uuid {
            // The last segment of an action isn't an identifier.
            return node.has_items().then_some(segment);
        }
        node = node.child(segment)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Cause, Kind, RequestContext, Row, row, status_error};
    use crate::error::{Error, RequestInfo};
    use ovirt_http::FailureKind as Http;
    use ovirt_types::Fault;

    #[test]
    fn every_row_of_the_table() {
        let table = [
            (Cause::Http(Http::NameNotResolved), Kind::Connection, true),
            (Cause::Http(Http::Refused), Kind::Connection, true),
            (Cause::Http(Http::Unreachable), Kind::Connection, true),
            (Cause::Http(Http::ConnectTimeout), Kind::Timeout, true),
            (Cause::Http(Http::Proxy), Kind::Connection, true),
            (Cause::JobFailed, Kind::Fault, false),
            (Cause::NotRecorded, Kind::Connection, false),
            (Cause::Http(Http::UnknownCa), Kind::Connection, false),
            (Cause::Http(Http::NotPinned), Kind::Connection, false),
            (Cause::Http(Http::WrongHost), Kind::Connection, false),
            (Cause::Http(Http::Expired), Kind::Connection, false),
            (Cause::Http(Http::NotYetValid), Kind::Connection, false),
            (Cause::Http(Http::NotTls), Kind::Connection, false),
            (Cause::Http(Http::Tls), Kind::Connection, false),
            (Cause::Http(Http::NotHttp), Kind::Connection, false),
            (Cause::Http(Http::WantsTls), Kind::Connection, false),
            (Cause::Http(Http::Broken), Kind::Connection, true),
            (Cause::AnswerTimeout, Kind::Timeout, true),
            (Cause::NoCredentials, Kind::Usage, false),
            (Cause::LoginRefused, Kind::Auth, false),
            (Cause::TokenRefused, Kind::Auth, false),
            (Cause::Negotiation, Kind::Auth, false),
            (Cause::Status(400), Kind::Fault, false),
            (Cause::Status(401), Kind::Auth, false),
            (Cause::Status(403), Kind::Auth, false),
            (Cause::Status(404), Kind::NotFound, false),
            (Cause::Status(405), Kind::Fault, false),
            (Cause::Status(408), Kind::Fault, true),
            (Cause::Status(409), Kind::Fault, false),
            (Cause::Status(415), Kind::Fault, false),
            (Cause::Status(429), Kind::Fault, true),
            (Cause::Status(500), Kind::Fault, false),
            (Cause::Status(502), Kind::Fault, true),
            (Cause::Status(503), Kind::Fault, true),
            (Cause::Status(504), Kind::Fault, true),
            (Cause::Redirect, Kind::Response, false),
            (Cause::NotXml, Kind::Response, false),
            (Cause::NotJson, Kind::Response, false),
            (Cause::Empty, Kind::Response, false),
            (Cause::Http(Http::Encoding), Kind::Response, false),
            (Cause::Http(Http::BadHttp), Kind::Response, false),
            (Cause::Unreadable, Kind::Response, false),
        ];
        for (symptom, kind, retryable) in table {
            let Row(found, again, _) = row(symptom);
            assert_eq!((found, again), (kind, retryable), "{symptom:?}");
        }
    }

    fn context(usual_path: bool) -> RequestContext {
        RequestContext {
            request: RequestInfo::new("GET", "/ovirt-engine/api/vms"),
            operation: "vms.list".into(),
            server: "engine.example.com:443".into(),
            usual_path,
            correlation_id: None,
        }
    }

    #[test]
    fn a_locked_object_is_worth_another_try_and_a_name_in_use_is_not() {
        let fault = |detail: &str| {
            Some(Fault {
                detail: Some(detail.to_owned()),
                ..Fault::default()
            })
        };
        let error = status_error(
            409,
            fault("[Cannot run VM. VM is locked.]"),
            None,
            &context(true),
        );
        assert!(error.is_conflict() && error.is_retryable());
        let error = status_error(409, fault("[Name in use.]"), None, &context(true));
        assert!(error.is_conflict() && !error.is_retryable());
    }

    #[test]
    fn a_fault_keeps_the_kind_of_its_status() {
        let fault = || {
            Some(Fault {
                reason: Some("No".to_owned()),
                ..Fault::default()
            })
        };
        let error = |status| status_error(status, fault(), None, &context(true));
        assert!(matches!(error(403), Error::Auth(_)));
        assert!(matches!(error(404), Error::NotFound(_)));
        assert!(matches!(error(400), Error::Fault(_)));
        assert!(matches!(error(200), Error::Fault(_)));
        assert_eq!(
            error(404).fault().and_then(|fault| fault.reason.as_deref()),
            Some("No")
        );
    }

    #[test]
    fn an_unusual_path_is_pointed_out() {
        let text = |usual| status_error(404, None, None, &context(usual)).to_string();
        assert_eq!(
            text(true),
            "not found (vms.list: GET /ovirt-engine/api/vms, status 404)"
        );
        assert!(
            text(false).ends_with("typically it is /ovirt-engine/api"),
            "{}",
            text(false)
        );
    }
}
