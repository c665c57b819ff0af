//! The HTTP client of the SDK for oVirt's API (the crate `ovirt`): connections, proxies, TLS,
//! compressed answers. The only place that knows which HTTP and TLS libraries these are; what goes
//! in and out are plain parts of requests and answers. It knows nothing of oVirt.
//!
//! It is an internal part of the SDK, a crate so that it is compiled beside the API's types. Its
//! interface changes without notice.

mod body;
mod certificate;
mod connect;
mod failure;
mod trust;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{HOST, HeaderValue};
use http::{HeaderMap, Method, StatusCode, Uri};
use http_body_util::Full;
use hyper_util::client::legacy::{self as client, Client as HyperClient, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub use self::body::Body;
pub use self::certificate::{Certificate, Fingerprint};
use self::connect::Connector;
pub use self::connect::Proxy;
pub use self::failure::{Failure, FailureKind};
pub use self::trust::{Trust, Trusted};

/// The most of an answer that is taken from the network at once, in bytes. More makes nothing
/// faster, and streams of lists keep several of these.
const MOST_AT_ONCE: usize = 256 << 10;

/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(30);

/// Runtimes whose connections are remembered at the same time.
const RUNTIMES: usize = 8;

/// A request, ready to be sent.
#[derive(Clone)]
pub struct HttpRequest {
    /// The method, such as `GET`.
    pub method: Method,
    /// The whole address.
    pub uri: Uri,
    /// The header that names the server, unless there is another one among the headers.
    pub host: HeaderValue,
    /// All other headers.
    pub headers: HeaderMap,
    /// The body; empty if there is none.
    pub body: Bytes,
}

/// An answer whose body is still to come.
pub struct StreamedResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, of which parts may be there.
    pub body: Body,
}

/// An answer, complete and no longer compressed.
pub struct BufferedResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl StreamedResponse {
    /// The whole answer.
    ///
    /// # Errors
    ///
    /// Those of [`Body::collect`].
    pub async fn collect(mut self) -> Result<BufferedResponse, Failure> {
        let body = self.body.collect().await?;
        Ok(self.with(body))
    }

    /// The whole answer, with a body that has been collected.
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
    fn from(incoming: BufferedResponse) -> Self {
        Self {
            status: incoming.status,
            headers: incoming.headers,
            body: Body::complete(incoming.body),
        }
    }
}

type HttpClient = HyperClient<Connector, Full<Bytes>>;

/// What connections are made with.
#[derive(Clone)]
pub struct Network {
    /// Whom TLS trusts; without it there is no TLS.
    pub trust: Option<Trust>,
    /// The proxy on the way to the server.
    pub proxy: Option<Proxy>,
    /// How long it may take until there is a connection, TLS included.
    pub connect_timeout: Duration,
    /// The most connections that are in use at the same time.
    pub connections: Option<usize>,
}

/// The client, with its open connections.
///
/// A connection is driven by the runtime it was made on, and stands still when that one does. So
/// each runtime has connections of its own.
pub struct Client {
    network: Network,
    permits: Option<Arc<Semaphore>>,
    clients: Mutex<Vec<(tokio::runtime::Id, HttpClient)>>,
}

impl Client {
    /// A client that has no connections yet.
    pub fn new(network: Network) -> Self {
        Self {
            permits: network
                .connections
                .map(|most| Arc::new(Semaphore::new(most))),
            network,
            clients: Mutex::default(),
        }
    }

    /// Sends a request and waits for the beginning of the answer. Must be called on a runtime.
    ///
    /// The request is in a box, because each function on its way holds it twice.
    ///
    /// # Errors
    ///
    /// What went wrong before there was an answer.
    pub async fn send(&self, outgoing: Box<HttpRequest>) -> Result<StreamedResponse, Failure> {
        let secure = outgoing.uri.scheme_str() == Some("https");
        let permit = self.permit().await;
        let answered = self.request(*outgoing).await;
        let arriving = answered_with(answered, permit, secure)?;
        if !secure && arriving.status == StatusCode::BAD_REQUEST {
            // In a box, as other requests needn't carry room for it.
            return Box::pin(not_for_tls(arriving)).await;
        }
        Ok(arriving)
    }

    /// Leave to use a connection; it is waited for where their number is limited.
    async fn permit(&self) -> Option<OwnedSemaphorePermit> {
        let permits = Arc::clone(self.permits.as_ref()?);
        // It is never closed, so that there always is one in the end.
        permits.acquire_owned().await.ok()
    }

    /// Gives a request to the client for the runtime that this runs on.
    fn request(&self, outgoing: HttpRequest) -> ResponseFuture {
        let mut request = http::Request::new(Full::new(outgoing.body));
        *request.method_mut() = outgoing.method;
        *request.uri_mut() = outgoing.uri;
        *request.headers_mut() = outgoing.headers;
        // hyper would write it anew for each request. HTTP/2 has another place for it.
        if !cfg!(feature = "http2") {
            request.headers_mut().entry(HOST).or_insert(outgoing.host);
        }
        let runtime = tokio::runtime::Handle::current().id();
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = clients.iter().find(|(id, _)| *id == runtime) {
            return client.request(request);
        }
        if clients.len() == RUNTIMES {
            clients.remove(0);
        }
        let client = HyperClient::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .http1_max_buf_size(MOST_AT_ONCE)
            .build(Connector::new(&self.network));
        let answer = client.request(request);
        clients.push((runtime, client));
        answer
    }
}

/// The answer that the client has got, and which of its parts are used.
fn answered_with(
    answered: Result<http::Response<hyper::body::Incoming>, client::Error>,
    permit: Option<OwnedSemaphorePermit>,
    secure: bool,
) -> Result<StreamedResponse, Failure> {
    let response = answered.map_err(|error| not_answered(error, secure))?;
    let (head, body) = response.into_parts();
    Ok(StreamedResponse {
        status: head.status,
        body: Body::arriving(&head.headers, body, permit)?,
        headers: head.headers,
    })
}

/// An answer without TLS, unless it says that the server expects TLS.
async fn not_for_tls(arriving: StreamedResponse) -> Result<StreamedResponse, Failure> {
    let incoming = arriving.collect().await?;
    if wants_tls(&incoming.body) {
        return Err(Failure::new(FailureKind::WantsTls, "{server} expects TLS"));
    }
    Ok(incoming.into())
}

/// What the client's error means.
fn not_answered(error: client::Error, secure: bool) -> Failure {
    if let Some(failure) = find::<Failure>(&error) {
        return Failure {
            unsent: true,
            ..failure.clone()
        };
    }
    let unparsable = find::<hyper::Error>(&error).is_some_and(hyper::Error::is_parse);
    match (unparsable, secure) {
        (true, false) => Failure::new(FailureKind::NotHttp, "{server} doesn't speak HTTP"),
        (true, true) => Failure::new(FailureKind::BadHttp, "the answer is not valid HTTP"),
        (false, _) => Failure::new(
            FailureKind::Broken,
            "the connection to {server} broke before there was an answer",
        ),
    }
    .because(error)
}

/// The first error of this type among an error and its causes.
fn find<'a, E: std::error::Error + 'static>(
    error: &'a (dyn std::error::Error + 'static),
) -> Option<&'a E> {
    std::iter::successors(Some(error), |error| error.source())
        .find_map(|error| error.downcast_ref())
}

/// Whether a web server says that it was spoken to without TLS; Apache and nginx do so in a page.
fn wants_tls(body: &[u8]) -> bool {
    let page = String::from_utf8_lossy(&body[..body.len().min(4096)]);
    [
        "plain HTTP to an SSL-enabled",
        "plain HTTP request was sent to HTTPS",
    ]
    .iter()
    .any(|words| page.contains(words))
}
