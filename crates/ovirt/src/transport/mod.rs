//! The HTTP client: connections, TLS, compressed answers. The only place that knows which HTTP and
//! TLS libraries these are; what goes in and out are plain parts of requests and answers.

mod connect;
mod trust;

use std::fmt;
use std::io::Read as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use self::connect::Connector;
pub(crate) use self::trust::Trust;
use crate::error::classify::Symptom;

/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(30);

/// Runtimes whose connections are remembered at the same time.
const RUNTIMES: usize = 8;

/// The most memory that is taken for an answer before its size is known.
const MOST_RESERVED: usize = 16 << 20;

/// A request, ready to be sent.
#[derive(Clone)]
pub(crate) struct Outgoing {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// An answer, complete and no longer compressed.
pub(crate) struct Incoming {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// Why there is no answer. In `what`, `{server}` stands for name and port of the server.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) symptom: Symptom,
    pub(crate) what: String,
    pub(crate) source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Failure {
    fn new(symptom: Symptom, what: impl Into<String>) -> Self {
        Self {
            symptom,
            what: what.into(),
            source: None,
        }
    }

    fn because(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
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

/// The client, with its open connections.
///
/// A connection is driven by the runtime it was made on, and stands still when that one does. So
/// each runtime has connections of its own.
pub(crate) struct Transport {
    trust: Option<Trust>,
    connect_timeout: Duration,
    clients: Mutex<Vec<(tokio::runtime::Id, HttpClient)>>,
}

impl Transport {
    /// A client that has no connections yet; without `trust` it can't do TLS.
    pub(crate) fn new(trust: Option<Trust>, connect_timeout: Duration) -> Self {
        Self {
            trust,
            connect_timeout,
            clients: Mutex::default(),
        }
    }

    /// Sends a request and waits for the whole answer. Must be called on a runtime.
    pub(crate) async fn send(&self, outgoing: Outgoing) -> Result<Incoming, Failure> {
        let secure = outgoing.uri.scheme_str() == Some("https");
        let mut request = http::Request::new(Full::new(outgoing.body));
        *request.method_mut() = outgoing.method;
        *request.uri_mut() = outgoing.uri;
        *request.headers_mut() = outgoing.headers;
        let response = self.client().request(request).await;
        let response = response.map_err(|error| not_answered(error, secure))?;
        let (head, body) = response.into_parts();
        let body = body.collect().await.map_err(|error| {
            Failure::new(
                Symptom::Broken,
                "the connection to {server} broke within the answer",
            )
            .because(error)
        })?;
        let body = inflate(&head.headers, body.to_bytes())?;
        if !secure && head.status == StatusCode::BAD_REQUEST && wants_tls(&body) {
            return Err(Failure::new(Symptom::WantsTls, "{server} expects TLS"));
        }
        Ok(Incoming {
            status: head.status,
            headers: head.headers,
            body,
        })
    }

    /// The client for the runtime that this runs on.
    fn client(&self) -> HttpClient {
        let runtime = tokio::runtime::Handle::current().id();
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = clients.iter().find(|(id, _)| *id == runtime) {
            return client.clone();
        }
        if clients.len() == RUNTIMES {
            clients.remove(0);
        }
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(Connector::new(self.trust.clone(), self.connect_timeout));
        clients.push((runtime, client.clone()));
        client
    }
}

/// What the client's error means.
fn not_answered(error: hyper_util::client::legacy::Error, secure: bool) -> Failure {
    if let Some(failure) = find::<Failure>(&error) {
        return failure.clone();
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

/// The body without its compression. An empty one is left alone, whatever the header says.
fn inflate(headers: &HeaderMap, body: Bytes) -> Result<Bytes, Failure> {
    let encoding = headers
        .get(header::CONTENT_ENCODING)
        .map(|value| value.as_bytes());
    match encoding {
        _ if body.is_empty() => Ok(body),
        None | Some(b"" | b"identity") => Ok(body),
        Some(b"gzip" | b"x-gzip") => {
            let mut plain = Vec::with_capacity(body.len().saturating_mul(4).min(MOST_RESERVED));
            let read = flate2::bufread::MultiGzDecoder::new(&*body).read_to_end(&mut plain);
            read.map_err(|error| {
                Failure::new(Symptom::Encoding, "the compressed answer is damaged").because(error)
            })?;
            Ok(plain.into())
        }
        Some(_) => Err(Failure::new(
            Symptom::Encoding,
            "the answer is compressed in a way that was not asked for",
        )),
    }
}
