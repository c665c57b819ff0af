//! Requests of the user's own, with the login, the errors and the settings of the connection.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use crate::blocking;
use crate::connection::Connection;
use crate::error::Error;
use crate::pending::{self, Pending};

/// A request of one's own, made by [`Connection::raw`].
///
/// Nothing is sent before `.await`, `.call()` or `.start()`. An answer with another status than
/// 2xx is an error, as everywhere.
#[must_use = "nothing is sent without `.await`, `.call()` or `.start()`"]
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

impl RawRequest {
    pub(crate) fn new(connection: Connection, method: &str, path: &str) -> Self {
        Self {
            connection,
            method: method.to_owned(),
            path: path.to_owned(),
            query: Vec::new(),
            headers: Vec::new(),
            timeout: None,
            body: None,
        }
    }

    /// Adds a parameter to the query; it is encoded when it is sent.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Sets a header, in place of the connection's.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body: XML unless the header `Content-Type` says otherwise.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Limits the time for this request, in place of the connection's limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sends it and blocks until the answer is there.
    ///
    /// # Errors
    ///
    /// Inside an async task it is [`Error::Usage`]: use `.await` there.
    pub fn call(self) -> Result<RawResponse, Error> {
        let connection = self.connection.clone();
        blocking::run(&connection, self.send())
    }

    /// Sends it, to ask for the answer later.
    pub fn start(self) -> Pending<RawResponse> {
        let connection = self.connection.clone();
        pending::start(&connection, self.send())
    }

    async fn send(self) -> Result<RawResponse, Error> {
        let method = Method::try_from(self.method.as_str()).map_err(|_| {
            Error::usage(format!(
                "{:?} is no HTTP method: use GET, POST, PUT or DELETE",
                self.method
            ))
        })?;
        if self.path.contains(['?', '#']) {
            return Err(Error::usage(
                "the path of a raw request has a ? or # in it: give parameters with query(), \
                 and encode the characters as %3F and %23 elsewhere",
            ));
        }
        let path = self.path.trim_matches('/');
        let path = if path.is_empty() {
            String::new()
        } else {
            format!("/{path}")
        };
        let mut call = self.connection.bare_call("raw", method, path);
        call.query = self.query;
        call.headers = self.headers;
        call.timeout = self.timeout;
        call.body = self.body.map(Bytes::from);
        let reply = self.connection.execute(call).await?;
        Ok(RawResponse {
            status: reply.status(),
            body: reply.into_body(),
        })
    }
}

impl IntoFuture for RawRequest {
    type Output = Result<RawResponse, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for RawRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Query, headers and body may have secrets in them.
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
            .field("path", path)
            .field("timeout", timeout)
            .finish_non_exhaustive()
    }
}

/// The successful answer to a [`RawRequest`].
#[derive(Clone)]
pub struct RawResponse {
    status: u16,
    body: Bytes,
}

impl RawResponse {
    /// The HTTP status, 200 to 299.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The body, no longer compressed.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as a text; what is no UTF-8 is replaced.
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
