//! The URL of an engine's API: what is checked of it, and the other URLs that follow from it.

use std::sync::Arc;

use http::uri::{Authority, Parts, PathAndQuery, Scheme};
use http::{HeaderValue, Uri};

use crate::error::Error;

/// The URL of an API, in the parts that requests are made of.
#[derive(Clone, Debug)]
pub(crate) struct ApiUrl {
    scheme: Scheme,
    authority: Authority,
    /// Path of the API, without a slash at its end: `/ovirt-engine/api`.
    path: String,
    /// Path of the engine's web application: `/ovirt-engine`.
    application: String,
    /// Name and port of the server.
    server: Arc<str>,
    /// The same as a header, without the port if that is the usual one.
    host_header: HeaderValue,
}

impl ApiUrl {
    /// Checks and takes apart what the user gave. The text itself is in no error: it could have a
    /// password in it.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        const TYPICAL: &str = "it should look like https://engine.example.com/ovirt-engine/api";
        let bad = |what: &str| Err(Error::usage(format!("the URL {what}: {TYPICAL}")));
        let text = text.trim();
        if text.is_empty() {
            return bad("is empty");
        }
        if text.contains('#') {
            return bad("has a fragment (#)");
        }
        let Ok(uri) = text.parse::<Uri>() else {
            return bad("is not well-formed");
        };
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            Some(_) => return bad("is neither https nor http"),
            None => return bad("has no scheme (https://)"),
        };
        let Some(authority) = uri
            .authority()
            .filter(|authority| !authority.host().is_empty())
        else {
            return bad("has no host");
        };
        if authority.as_str().contains('@') {
            return bad("has a user in it, which belongs into credentials(user, password)");
        }
        if uri.query().is_some() {
            return bad("has a query");
        }
        let port = authority.port_u16();
        if port.is_none() && authority.as_str() != authority.host() {
            return bad("has a port that is no port number");
        }
        let usual_port = if secure { 443 } else { 80 };
        let Some(host_header) = host_header(authority, usual_port) else {
            return bad("has a host that can't be told to a server");
        };
        let path = uri.path().trim_end_matches('/').to_owned();
        Ok(Self {
            scheme: if secure { Scheme::HTTPS } else { Scheme::HTTP },
            authority: authority.clone(),
            application: application(&path),
            path,
            server: format!("{}:{}", authority.host(), port.unwrap_or(usual_port)).into(),
            host_header,
        })
    }

    /// The whole URL, without a slash at its end.
    pub(crate) fn text(&self) -> String {
        format!("{}://{}{}", self.scheme, self.authority, self.path)
    }

    /// Path of the API, without a slash at its end.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Name and port of the server.
    pub(crate) fn server(&self) -> &Arc<str> {
        &self.server
    }

    /// Name of the server, without the port.
    pub(crate) fn host(&self) -> &str {
        let end = self.server.rfind(':').unwrap_or(self.server.len());
        &self.server[..end]
    }

    /// The header that names the server in a request.
    pub(crate) fn host_header(&self) -> &HeaderValue {
        &self.host_header
    }

    /// Whether it is https.
    pub(crate) fn is_secure(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }

    /// Whether the path is the one that engines have.
    pub(crate) fn has_usual_path(&self) -> bool {
        self.path.ends_with("/ovirt-engine/api") || self.path.ends_with("/ovirt-engine/api/v4")
    }

    /// The URI of a path on the same server, which can have a query; none if it can't be part of
    /// one.
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

    /// The path of something in the engine's web application, such as `/sso/oauth/token`.
    pub(crate) fn in_application(&self, path: &str) -> String {
        format!("{}{path}", self.application)
    }
}

/// How a server is told its name in a request.
fn host_header(authority: &Authority, usual_port: u16) -> Option<HeaderValue> {
    let host = authority.host();
    let port = authority.port_u16().filter(|port| *port != usual_port);
    let header = match port {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    HeaderValue::try_from(header).ok()
}

/// The path of the web application that this API belongs to.
fn application(api: &str) -> String {
    let api = api.strip_suffix("/v4").unwrap_or(api);
    api.strip_suffix("/api")
        .unwrap_or("/ovirt-engine")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::ApiUrl;

    #[test]
    fn urls_are_taken_apart() {
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
    fn what_is_wrong_is_said() {
        let table = [
            ("", "is empty"),
            ("engine.example.com", "has no scheme"),
            ("ftp://e/ovirt-engine/api", "neither https nor http"),
            ("https:///ovirt-engine/api", "not well-formed"),
            ("https://e/ovirt engine/api", "not well-formed"),
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
