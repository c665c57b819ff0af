//! The HTTP client: connections, TLS, compressed answers. The only place that knows which HTTP and
//! TLS libraries these are; what goes in and out are plain parts of requests and answers.

mod body;
mod certificate;
mod connect;
mod trust;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{HOST, HeaderValue};
use http::{HeaderMap, Method, StatusCode, Uri};
use http_body_util::Full;
use hyper_util::client::legacy::{self as client, Client, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(crate) use self::body::Body;
pub(crate) use self::certificate::{Certificate, Fingerprint};
use self::connect::Connector;
pub(crate) use self::connect::Proxy;
pub(crate) use self::trust::{Trust, Trusted, certificates};
use crate::error::classify::Symptom;
use crate::tape::Tape;
use crate::traffic;

/// The most of an answer that is taken from the network at once, in bytes. More makes nothing
/// faster, and streams of lists keep several of these.
const MOST_AT_ONCE: usize = 256 << 10;

/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(30);

/// Runtimes whose connections are remembered at the same time.
const RUNTIMES: usize = 8;

/// A request, ready to be sent.
#[derive(Clone)]
pub(crate) struct Outgoing {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    /// The header that names the server, unless there is another one among the headers.
    pub(crate) host: HeaderValue,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// An answer whose body is still to come.
pub(crate) struct Arriving {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

/// An answer, complete and no longer compressed.
pub(crate) struct Incoming {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Arriving {
    /// The whole answer.
    pub(crate) async fn collect(mut self) -> Result<Incoming, Failure> {
        let body = self.body.collect().await?;
        Ok(self.with(body))
    }

    /// The whole answer, with a body that has been collected.
    pub(crate) fn with(self, body: Bytes) -> Incoming {
        Incoming {
            status: self.status,
            headers: self.headers,
            body,
        }
    }
}

impl From<Incoming> for Arriving {
    fn from(incoming: Incoming) -> Self {
        Self {
            status: incoming.status,
            headers: incoming.headers,
            body: Body::complete(incoming.body),
        }
    }
}

/// Why there is no answer. In `what`, `{server}` stands for name and port of the server.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) symptom: Symptom,
    pub(crate) what: String,
    pub(crate) source: Option<Arc<dyn std::error::Error + Send + Sync>>,
    /// Whether there was no connection, so that no part of the request can have been sent.
    pub(crate) unsent: bool,
}

impl Failure {
    pub(crate) fn new(symptom: Symptom, what: impl Into<String>) -> Self {
        Self {
            symptom,
            what: what.into(),
            source: None,
            unsent: false,
        }
    }

    pub(crate) fn because(
        mut self,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        self.source = Some(Arc::new(source));
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Failure {}

type HttpClient = Client<Connector, Full<Bytes>>;

/// What connections are made with.
#[derive(Clone)]
pub(crate) struct Network {
    /// Whom TLS trusts; without it there is no TLS.
    pub(crate) trust: Option<Trust>,
    pub(crate) proxy: Option<Proxy>,
    pub(crate) connect_timeout: Duration,
    /// The most connections that are in use at the same time.
    pub(crate) connections: Option<usize>,
    /// Records what is said, or says what was recorded.
    pub(crate) tape: Option<Arc<Tape>>,
}

/// The client, with its open connections.
///
/// A connection is driven by the runtime it was made on, and stands still when that one does. So
/// each runtime has connections of its own.
pub(crate) struct Transport {
    network: Network,
    permits: Option<Arc<Semaphore>>,
    clients: Mutex<Vec<(tokio::runtime::Id, HttpClient)>>,
}

impl Transport {
    /// A client that has no connections yet.
    pub(crate) fn new(network: Network) -> Self {
        Self {
            permits: network
                .connections
                .map(|most| Arc::new(Semaphore::new(most))),
            network,
            clients: Mutex::default(),
        }
    }

    /// Sends a request and waits for the whole answer. Must be called on a runtime.
    pub(crate) async fn send(&self, outgoing: Box<Outgoing>) -> Result<Incoming, Failure> {
        self.open(outgoing).await?.collect().await
    }

    /// Sends a request and waits for the beginning of the answer. Must be called on a runtime.
    ///
    /// The request is in a box, because each function on its way holds it twice.
    pub(crate) async fn open(&self, outgoing: Box<Outgoing>) -> Result<Arriving, Failure> {
        traffic::request(&outgoing);
        // What is seldom done is in boxes, as other requests needn't carry room for it.
        let arriving = match &self.network.tape {
            None => self.exchange(outgoing).await?,
            Some(tape) => Box::pin(self.taped(tape, outgoing)).await?,
        };
        if traffic::is_on() {
            return Box::pin(heard(arriving)).await;
        }
        Ok(arriving)
    }

    /// The answer that was recorded, or one that is recorded now.
    async fn taped(&self, tape: &Tape, outgoing: Box<Outgoing>) -> Result<Arriving, Failure> {
        if let Some(incoming) = tape.replay(&outgoing)? {
            return Ok(incoming.into());
        }
        let incoming = self.exchange(outgoing.clone()).await?.collect().await?;
        tape.record(&outgoing, &incoming)?;
        Ok(incoming.into())
    }

    async fn exchange(&self, outgoing: Box<Outgoing>) -> Result<Arriving, Failure> {
        let secure = outgoing.uri.scheme_str() == Some("https");
        let permit = self.permit().await;
        let answered = self.request(*outgoing).await;
        let arriving = answered_with(answered, permit, secure)?;
        if !secure && arriving.status == StatusCode::BAD_REQUEST {
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
    fn request(&self, outgoing: Outgoing) -> ResponseFuture {
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
        let client = Client::builder(TokioExecutor::new())
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
) -> Result<Arriving, Failure> {
    let response = answered.map_err(|error| not_answered(error, secure))?;
    let (head, body) = response.into_parts();
    Ok(Arriving {
        status: head.status,
        body: Body::arriving(&head.headers, body, permit)?,
        headers: head.headers,
    })
}

/// An answer without TLS, unless it says that the server expects TLS.
async fn not_for_tls(arriving: Arriving) -> Result<Arriving, Failure> {
    let incoming = arriving.collect().await?;
    if wants_tls(&incoming.body) {
        return Err(Failure::new(Symptom::WantsTls, "{server} expects TLS"));
    }
    Ok(incoming.into())
}

/// Tells the log what has come.
async fn heard(arriving: Arriving) -> Result<Arriving, Failure> {
    let incoming = arriving.collect().await?;
    traffic::answer(&incoming);
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
        (true, false) => Failure::new(Symptom::NotHttp, "{server} doesn't speak HTTP"),
        (true, true) => Failure::new(Symptom::Unreadable, "the answer is not valid HTTP"),
        (false, _) => Failure::new(
            Symptom::Broken,
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
