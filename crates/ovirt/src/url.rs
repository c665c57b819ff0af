//! [`ApiUrl`]: the validated URL of an engine's API, and the URLs derived from it.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

use http::uri::{Authority, Parts, PathAndQuery, Scheme};
use http::{HeaderValue, Uri};

use crate::error::Error;

/// The URL of an API, split into the parts of a request.
#[derive(Clone, Debug)]
pub(crate) struct ApiUrl {
    scheme: Scheme,
    authority: Authority,
    /// Path of the API without a trailing slash: `/ovirt-engine/api`.
    path: String,
    /// Path of the engine's web application: `/ovirt-engine`.
    application: String,
    /// Host and port of the server.
    server: Arc<str>,
    /// The `Host` header, without the default port.
    host_header: HeaderValue,
}

impl ApiUrl {
    /// Parses and validates a URL. Errors do not contain it, as it may contain a password.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        const EXAMPLE: &str = "it should look like https://engine.example.com/ovirt-engine/api";
        let invalid = |reason: &str| Err(Error::usage(format!("the URL {reason}: {EXAMPLE}")));
        let text = text.trim();
        if text.is_empty() {
            return invalid("is empty");
        }
        if text.contains('#') {
            return invalid("has a fragment (#)");
        }
        let Ok(uri) = text.parse::<Uri>() else {
            return invalid("is malformed");
        };
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            Some(_) => return invalid("has a scheme other than https and http"),
            None => return invalid("has no scheme (https://)"),
        };
        let Some(authority) = uri
            .authority()
            .filter(|authority| !authority.host().is_empty())
        else {
            return invalid("has no host");
        };
        if authority.as_str().contains('@') {
            return invalid(
                "contains a user name, which must be passed with credentials(user, password)",
            );
        }
        if uri.query().is_some() {
            return invalid("has a query");
        }
        let port = authority.port_u16();
        if port.is_none() && authority.as_str() != authority.host() {
            return invalid("has an invalid port");
        }
        let default_port = if secure { 443 } else { 80 };
        let Some(host_header) = host_header(authority, default_port) else {
            return invalid("has a host with invalid characters");
        };
        let path = uri.path().trim_end_matches('/').to_owned();
        Ok(Self {
            scheme: if secure { Scheme::HTTPS } else { Scheme::HTTP },
            authority: authority.clone(),
            application: application(&path),
            path,
            server: format!("{}:{}", authority.host(), port.unwrap_or(default_port)).into(),
            host_header,
        })
    }

    /// Returns the URL without a trailing slash.
    pub(crate) fn text(&self) -> String {
        format!("{}://{}{}", self.scheme, self.authority, self.path)
    }

    /// Returns the path of the API without a trailing slash.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Returns host and port of the server.
    pub(crate) fn server(&self) -> &Arc<str> {
        &self.server
    }

    /// Returns the host of the server.
    pub(crate) fn host(&self) -> &str {
        let end = self.server.rfind(':').unwrap_or(self.server.len());
        &self.server[..end]
    }

    /// Returns the `Host` header.
    pub(crate) fn host_header(&self) -> &HeaderValue {
        &self.host_header
    }

    /// Whether the scheme is https.
    pub(crate) fn is_secure(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }

    /// Whether the server is this computer, so that nobody can read what is sent without TLS.
    pub(crate) fn is_loopback(&self) -> bool {
        let host = self.host().trim_matches(['[', ']']);
        let name = host.trim_end_matches('.').to_ascii_lowercase();
        name == "localhost"
            || name.ends_with(".localhost")
            || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    }

    /// Whether the path is that of an engine in its default setup.
    pub(crate) fn has_usual_path(&self) -> bool {
        self.path.ends_with("/ovirt-engine/api") || self.path.ends_with("/ovirt-engine/api/v4")
    }

    /// Returns the URI of a path on the same server, or `None` if the path is invalid. The path may
    /// include a query.
    pub(crate) fn on_server(&self, path: String) -> Option<Uri> {
        let path = if path.is_empty() {
            PathAndQuery::from_static("/")
        } else {
            PathAndQuery::try_from(path).ok()?
        };
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path);
        Uri::from_parts(parts).ok()
    }

    /// Returns the absolute path of one in the engine's web application, such as
    /// `/sso/oauth/token`.
    pub(crate) fn in_application(&self, path: &str) -> String {
        format!("{}{path}", self.application)
    }
}

/// Checks that a path below the API's root stays there, however a server decodes it. The error is
/// the reason why it does not.
pub(crate) fn check_below_root(path: &str) -> Result<(), &'static str> {
    if path.contains('\\') {
        return Err("has a backslash");
    }
    if path.split('/').skip(1).any(str::is_empty) {
        return Err("has an empty segment");
    }
    let mut decoded = Cow::Borrowed(path);
    if path.contains('%') {
        // Proxies and application servers may each decode it once.
        decoded = percent_decode(&percent_decode(&percent_decode(path))).into();
    }
    let is_dots = |segment: &str| {
        // Some servers ignore what follows a semicolon.
        let name = segment.split(';').next().unwrap_or_default();
        matches!(name, "." | "..")
    };
    if decoded.contains('.') && decoded.split(['/', '\\']).any(is_dots) {
        return Err("has a segment of dots");
    }
    Ok(())
}

/// Decodes `%XX` escapes; invalid ones stay as they are.
pub(crate) fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let code = after
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

fn host_header(authority: &Authority, default_port: u16) -> Option<HeaderValue> {
    let host = authority.host();
    let port = authority.port_u16().filter(|port| *port != default_port);
    let header = match port {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    HeaderValue::try_from(header).ok()
}

/// Returns the path of the web application that an API belongs to.
fn application(api: &str) -> String {
    let api = api.strip_suffix("/v4").unwrap_or(api);
    api.strip_suffix("/api")
        .unwrap_or("/ovirt-engine")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{ApiUrl, check_below_root, percent_decode};

    #[test]
    fn invalid_escapes_are_not_decoded() {
        assert_eq!(percent_decode("p%40ss%zz%"), "p@ss%zz%");
    }

    #[test]
    fn only_this_computer_is_loopback() {
        for (host, expected) in [
            ("localhost", true),
            ("LOCALHOST.", true),
            ("engine.localhost", true),
            ("127.0.0.1:8080", true),
            ("127.9.9.9", true),
            ("[::1]:80", true),
            ("localhost.example.com", false),
            ("notlocalhost", false),
            ("127.0.0.1.example.com", false),
            ("10.0.0.1", false),
            ("[fe80::1]", false),
        ] {
            let url = ApiUrl::parse(&format!("http://{host}/api")).unwrap();
            assert_eq!(url.is_loopback(), expected, "{host}");
        }
    }

    #[test]
    fn paths_that_may_leave_the_api_are_refused() {
        for path in [
            "", "/vms", "/vms/1.2", "/vms/...", "/a%2Fb", "/x%25", "/f;v=1", "/é",
        ] {
            assert_eq!(check_below_root(path), Ok(()), "{path}");
        }
        for path in [
            "//vms",
            "/vms/",
            "/.",
            "/vms/..",
            "/../x",
            "/%2e%2E/x",
            "/.%2e/x",
            "/%252e%252e",
            "/..%2fx",
            "/a%2f..%2fb",
            "/..%5cx",
            "/..;a=1/x",
            "/%2e%2e%3bx",
            "/a\\b",
        ] {
            assert!(check_below_root(path).is_err(), "{path}");
        }
    }

    #[test]
    fn urls_are_split_into_parts() {
        let table = [
            (
                "https://e.example.com/ovirt-engine/api",
                "/ovirt-engine/api",
                "/ovirt-engine",
                "e.example.com:443",
                true,
            ),
            (
                " https://e:8443/ovirt-engine/api/ ",
                "/ovirt-engine/api",
                "/ovirt-engine",
                "e:8443",
                true,
            ),
            (
                "https://e/ovirt-engine/api/v4",
                "/ovirt-engine/api/v4",
                "/ovirt-engine",
                "e:443",
                true,
            ),
            (
                "http://[::1]:80/a/ovirt-engine/api",
                "/a/ovirt-engine/api",
                "/a/ovirt-engine",
                "[::1]:80",
                true,
            ),
            ("http://e/api", "/api", "", "e:80", false),
            ("https://e", "", "/ovirt-engine", "e:443", false),
        ];
        for (text, path, application, server, usual) in table {
            let url = ApiUrl::parse(text).unwrap();
            assert_eq!(url.path(), path, "{text}");
            assert_eq!(
                url.in_application("/x"),
                format!("{application}/x"),
                "{text}"
            );
            assert_eq!(&**url.server(), server, "{text}");
            assert_eq!(url.has_usual_path(), usual, "{text}");
        }
    }

    #[test]
    fn errors_state_what_is_invalid_and_not_the_url() {
        let table = [
            ("", "is empty"),
            ("engine.example.com", "has no scheme"),
            ("ftp://e/ovirt-engine/api", "other than https and http"),
            ("https:///ovirt-engine/api", "is malformed"),
            ("https://e/ovirt engine/api", "is malformed"),
            (
                "https://admin:s3cret@e/ovirt-engine/api",
                "credentials(user, password)",
            ),
            ("https://e/ovirt-engine/api?max=1", "has a query"),
            ("https://e/ovirt-engine/api#top", "has a fragment"),
            ("https://e:99999/ovirt-engine/api", "port"),
        ];
        for (text, expected) in table {
            let error = ApiUrl::parse(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{text}: {error}");
            assert!(!error.contains("s3cret"), "{error}");
        }
    }
}
