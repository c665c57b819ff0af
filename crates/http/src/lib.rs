//! The HTTP client of the crate `ovirt`: connections, proxies, TLS and decompression.
//!
//! It hides which HTTP and TLS libraries are used, and knows nothing about oVirt. It is a crate of
//! its own so that it compiles in parallel with the API types. It is internal to the SDK: its API
//! changes without notice.

mod body;
mod ca_file;
mod certificate;
mod connect;
mod failure;
mod permit;
mod tls;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{HOST, HeaderValue};
use http::{HeaderMap, Method, StatusCode, Uri};
use http_body_util::Full;
use hyper_util::client::legacy::{self as client, Client as HyperClient, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioTimer};

pub use tokio_rustls::rustls;

pub use self::body::Body;
pub use self::ca_file::{CaFileError, CaSource};
pub use self::certificate::{Certificate, Fingerprint};
use self::connect::Connector;
pub use self::connect::Proxy;
pub use self::failure::{Failure, FailureKind};
pub use self::permit::{Permit, Permits};
pub use self::tls::{ClientCertificate, TlsConfig, TrustOptions};

/// Size limit of a read buffer, in bytes. A larger one is no faster, and streams of lists hold
/// several.
const READ_BUFFER: usize = 256 << 10;

/// How long an idle connection stays open. Apache, which is in front of engines, closes it after
/// 5 seconds by default; a request that is sent at that moment would fail.
const IDLE_TIMEOUT: Duration = Duration::from_secs(4);

/// Limit for the number of runtimes with a connection pool of their own.
const MAX_RUNTIMES: usize = 8;

/// An HTTP request.
#[derive(Clone)]
pub struct HttpRequest {
    /// The method, such as `GET`.
    pub method: Method,
    /// The absolute URI.
    pub uri: Uri,
    /// The `Host` header, used unless `headers` has one.
    pub host: HeaderValue,
    /// All other headers.
    pub headers: HeaderMap,
    /// The body; empty if there is none.
    pub body: Bytes,
}

/// A response whose body is still being received.
pub struct StreamedResponse {
    /// The status code.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Body,
}

/// A complete response with a decompressed body.
pub struct BufferedResponse {
    /// The status code.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl StreamedResponse {
    /// Receives the body.
    ///
    /// # Errors
    ///
    /// Those of [`Body::collect`].
    pub async fn collect(mut self) -> Result<BufferedResponse, Failure> {
        let body = self.body.collect().await?;
        Ok(self.with(body))
    }

    /// Returns the response with this body.
    #[must_use]
    pub fn with(self, body: Bytes) -> BufferedResponse {
        BufferedResponse {
            status: self.status,
            headers: self.headers,
            body,
        }
    }
}

impl From<BufferedResponse> for StreamedResponse {
    fn from(response: BufferedResponse) -> Self {
        Self {
            status: response.status,
            headers: response.headers,
            body: Body::buffered(response.body),
        }
    }
}

type HttpClient = HyperClient<Connector, Full<Bytes>>;

/// The options of a client.
#[derive(Clone)]
pub struct ClientOptions {
    /// The TLS configuration; `None` for plain HTTP only.
    pub tls: Option<TlsConfig>,
    /// The proxy to connect through.
    pub proxy: Option<Proxy>,
    /// Time limit for opening a connection, including TLS.
    pub connect_timeout: Duration,
    /// Limit for the number of connections in use at the same time; `None` for no limit.
    pub max_connections: Option<usize>,
    /// Limit for the length of a response, in bytes after decompression.
    pub max_response: usize,
}

/// An HTTP client with connection pools.
///
/// A connection makes progress only while the runtime that opened it runs. So each runtime has a
/// pool of its own.
pub struct Client {
    options: ClientOptions,
    permits: Option<Permits>,
    pools: Mutex<Vec<(tokio::runtime::Id, HttpClient)>>,
}

impl Client {
    /// Creates a client without connecting.
    pub fn new(options: ClientOptions) -> Self {
        Self {
            permits: options.max_connections.map(Permits::new),
            options,
            pools: Mutex::default(),
        }
    }

    /// Limits the connections in use; `None` if their number is unlimited.
    pub fn permits(&self) -> Option<&Permits> {
        self.permits.as_ref()
    }

    /// Waits for permission to use a connection; `None` if their number is unlimited.
    pub async fn permit(&self) -> Option<Permit> {
        self.permits.as_ref()?.acquire().await
    }

    /// Sends a request and waits for the head of the response. Must be called on a tokio runtime.
    ///
    /// The request is boxed: keeps the futures of all callers small.
    ///
    /// # Errors
    ///
    /// Any kind of [`Failure`] except those of [`Body::chunk`].
    pub async fn send(
        &self,
        request: Box<HttpRequest>,
        permit: Option<Permit>,
    ) -> Result<StreamedResponse, Failure> {
        let secure = request.uri.scheme_str() == Some("https");
        let result = self.start(*request).await;
        let response = into_response(result, permit, secure, self.options.max_response)?;
        if !secure && response.status == StatusCode::BAD_REQUEST {
            // Boxed: keeps the common future small.
            return Box::pin(check_tls_required(response)).await;
        }
        Ok(response)
    }

    /// Starts a request on the connection pool of the current runtime.
    fn start(&self, request: HttpRequest) -> ResponseFuture {
        let HttpRequest {
            method,
            uri,
            host,
            headers,
            body,
        } = request;
        let mut request = http::Request::new(Full::new(body));
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        // hyper would format it for each request. HTTP/2 has `:authority` instead.
        if !cfg!(feature = "http2") {
            request.headers_mut().entry(HOST).or_insert(host);
        }
        let runtime = tokio::runtime::Handle::current().id();
        let mut pools = self.pools.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = pools.iter().find(|(id, _)| *id == runtime) {
            return client.request(request);
        }
        if pools.len() == MAX_RUNTIMES {
            pools.remove(0);
        }
        let client = HyperClient::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIMEOUT)
            .http1_max_buf_size(READ_BUFFER)
            .build(Connector::new(&self.options));
        let response = client.request(request);
        pools.push((runtime, client));
        response
    }
}

fn into_response(
    result: Result<http::Response<hyper::body::Incoming>, client::Error>,
    permit: Option<Permit>,
    secure: bool,
    limit: usize,
) -> Result<StreamedResponse, Failure> {
    let response = result.map_err(|error| response_failure(error, secure))?;
    let (head, body) = response.into_parts();
    let body = Body::streamed(&head.headers, body, permit, limit);
    Ok(StreamedResponse {
        status: head.status,
        body: body.map_err(|failure| failure.with_status(head.status))?,
        headers: head.headers,
    })
}

/// Fails if the response says that the server expects TLS.
async fn check_tls_required(response: StreamedResponse) -> Result<StreamedResponse, Failure> {
    let response = response.collect().await?;
    if is_tls_required(&response.body) {
        let message = "{server} expects TLS";
        let failure = Failure::new(FailureKind::TlsRequired, message);
        return Err(failure.with_status(response.status));
    }
    Ok(response.into())
}

/// Classifies the error of a request.
fn response_failure(error: client::Error, secure: bool) -> Failure {
    if let Some(failure) = find::<Failure>(&error) {
        return Failure {
            unsent: true,
            ..failure.clone()
        };
    }
    let hyper = find::<hyper::Error>(&error);
    if hyper.is_some_and(is_head_too_large) {
        let message =
            "the response of {server} is not valid HTTP: it has too many or too large headers";
        return Failure::new(FailureKind::HeadTooLarge, message).with_source(error);
    }
    let invalid = hyper.is_some_and(hyper::Error::is_parse);
    match (invalid, secure) {
        (true, false) => Failure::new(FailureKind::NotHttp, "{server} does not speak HTTP"),
        (true, true) => Failure::new(FailureKind::InvalidHttp, "the response is not valid HTTP"),
        (false, _) => Failure::new(
            FailureKind::Disconnected,
            "{server} closed the connection before responding",
        ),
    }
    .with_source(error)
}

/// Whether a response has more or larger headers than hyper accepts. Its method for that is in its
/// server only, so the text of the error decides.
fn is_head_too_large(error: &hyper::Error) -> bool {
    error.is_parse() && error.to_string().starts_with("message head is too large")
}

/// Returns the first error of this type in the chain of sources, which includes the error itself.
fn find<'a, E: std::error::Error + 'static>(
    error: &'a (dyn std::error::Error + 'static),
) -> Option<&'a E> {
    std::iter::successors(Some(error), |error| error.source())
        .find_map(|error| error.downcast_ref())
}

/// Whether this is the page by which Apache or nginx rejects plain HTTP on a TLS port.
fn is_tls_required(body: &[u8]) -> bool {
    let page = String::from_utf8_lossy(&body[..body.len().min(4096)]);
    [
        "plain HTTP to an SSL-enabled",
        "plain HTTP request was sent to HTTPS",
    ]
    .iter()
    .any(|text| page.contains(text))
}
