//! Responding to requests with a function instead of the network, for tests of programs.

use std::fmt;
use std::sync::Arc;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use ovirt_http::{BufferedResponse, HttpRequest};

use crate::error::Error;
use crate::header;

/// A request as it would be sent, for a function given to
/// [`respond_with`](crate::ConnectionBuilder::respond_with).
pub struct StubRequest(Box<HttpRequest>);

/// The response of a function given to [`respond_with`](crate::ConnectionBuilder::respond_with).
#[derive(Clone, Debug)]
pub struct StubResponse {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// A function that responds to requests.
#[derive(Clone)]
pub(crate) struct Stub(Arc<dyn Fn(&StubRequest) -> StubResponse + Send + Sync>);

impl Stub {
    pub(crate) fn new(
        respond: impl Fn(&StubRequest) -> StubResponse + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(respond))
    }
}

impl StubRequest {
    /// The HTTP method, such as `GET`.
    pub fn method(&self) -> &str {
        self.0.method.as_str()
    }

    /// The path on the server, such as `/ovirt-engine/api/vms`.
    pub fn path(&self) -> &str {
        self.0.uri.path()
    }

    /// The query, percent-encoded and without the question mark; empty if there is none.
    pub fn query(&self) -> &str {
        self.0.uri.query().unwrap_or_default()
    }

    /// The value of a header; its name is case-insensitive. `None` if it is absent or not text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.0.headers.get(name)?.to_str().ok()
    }

    /// The body, usually an XML document; empty if there is none.
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }
}

impl fmt::Debug for StubRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Query, headers and body may contain secrets.
        f.debug_struct("StubRequest")
            .field("method", &self.method())
            .field("path", &self.path())
            .finish_non_exhaustive()
    }
}

impl StubResponse {
    /// Creates a response without headers and body.
    pub fn new(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// Creates a response with an XML document.
    pub fn xml(status: u16, document: impl Into<Vec<u8>>) -> Self {
        let response = Self::new(status).with_header(CONTENT_TYPE.as_str(), "application/xml");
        response.with_body(document)
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body, which is not compressed.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }
}

impl Stub {
    /// The response to a request.
    pub(crate) fn respond(&self, request: Box<HttpRequest>) -> Result<BufferedResponse, Error> {
        let response = (self.0)(&StubRequest(request));
        let status = StatusCode::from_u16(response.status).map_err(|_| {
            Error::usage(format!(
                "the stub responded with status {}: use 100 to 999",
                response.status
            ))
        })?;
        let mut headers = HeaderMap::new();
        for (name, value) in &response.headers {
            headers.append(header::name(name)?, header::value(name, value)?);
        }
        Ok(BufferedResponse {
            status,
            headers,
            body: response.body.into(),
        })
    }
}

impl fmt::Debug for Stub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stub")
    }
}
