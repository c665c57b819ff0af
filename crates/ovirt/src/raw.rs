//! Raw requests: any method, path and body, with the connection's login and error handling.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use crate::call::Call;
use crate::connection::Connection;
use crate::error::Error;
use crate::lazy_call::{LazyCall, lazy};
use crate::response::ReadMode;
use crate::url;

/// A request to any path; returned by [`Connection::raw`].
///
/// Nothing is sent until `.await`, `.call()` or `.spawn()`. A response with a status code other
/// than 2xx is an error.
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
#[derive(Clone)]
pub struct RawRequest {
    connection: Connection,
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    timeout: Option<Duration>,
    body: Option<Vec<u8>>,
}

impl Connection {
    /// Creates a request that the typed services do not cover.
    ///
    /// `method` is an HTTP method. `path` is below the API's root, its segments percent-encoded
    /// where needed. A path that may lead out of the API, such as one with `..`, is refused.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
    /// let response = connection.raw("GET", "/vms").query("max", "1").await?;
    /// println!("{}", response.text());
    /// # Ok(())
    /// # }
    /// ```
    pub fn raw(&self, method: &str, path: &str) -> RawRequest {
        RawRequest {
            connection: self.clone(),
            method: method.to_owned(),
            path: path.to_owned(),
            query: Vec::new(),
            headers: Vec::new(),
            timeout: None,
            body: None,
        }
    }
}

impl RawRequest {
    /// Adds a query parameter, which is encoded as needed.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Sets a header, which overrides the connection's.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body: XML, unless a header `Content-Type` says otherwise.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sets the timeout of this request; by default that of the connection.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    fn into_call(self) -> Result<Call, Error> {
        let method = Method::try_from(self.method.as_str()).map_err(|_| {
            Error::usage(format!(
                "{:?} is not an HTTP method: use GET, POST, PUT or DELETE",
                self.method
            ))
        })?;
        if self.path.contains(['?', '#']) {
            return Err(Error::usage(
                "the path of a raw request contains ? or #: set query parameters with query(), \
                 or encode the characters as %3F and %23",
            ));
        }
        let path = match self.path.trim_matches('/') {
            "" => String::new(),
            path => format!("/{path}"),
        };
        url::check_below_root(&path).map_err(|reason| {
            Error::usage(format!(
                "the path {path:?} of a raw request {reason}: use a path below the API's root, \
                 such as /vms/123"
            ))
        })?;
        Ok(Call {
            query: self.query,
            headers: self.headers,
            timeout: self.timeout,
            body: self.body.map(Bytes::from),
            ..Call::new("raw", method, path)
        })
    }
}

impl From<RawRequest> for LazyCall<RawResponse> {
    fn from(request: RawRequest) -> Self {
        let connection = request.connection.clone();
        LazyCall::new(&request.connection.clone(), async move {
            let call = request.into_call()?;
            let response = connection.send(call, ReadMode::Buffer).await?;
            Ok(RawResponse {
                status: response.info.status(),
                body: response.into_body(),
            })
        })
    }
}

lazy!(RawRequest, RawResponse);

impl fmt::Debug for RawRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Query, headers and body may contain secrets.
        let Self {
            connection,
            method,
            path,
            query: _,
            headers: _,
            timeout,
            body: _,
        } = self;
        f.debug_struct("RawRequest")
            .field("connection", connection)
            .field("method", method)
            .field("path", &path.split(['?', '#']).next().unwrap_or_default())
            .field("timeout", timeout)
            .finish_non_exhaustive()
    }
}

/// The successful response to a [`RawRequest`].
#[derive(Clone)]
pub struct RawResponse {
    status: u16,
    body: Bytes,
}

impl RawResponse {
    /// The HTTP status code, 200 to 299.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The body, decompressed.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as text; invalid UTF-8 is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, body } = self;
        f.debug_struct("RawResponse")
            .field("status", status)
            .field("bytes", &body.len())
            .finish()
    }
}
