//! The HTTP client: connections, TLS, compressed answers. The only file that knows which HTTP and
//! TLS libraries these are; what goes in and out are plain parts of requests and answers.

use std::fmt;
use std::future::Future;
use std::io::{self, Read as _};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::{self, CryptoProvider};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    self, CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
};

use crate::clock::Deadline;
use crate::error::classify::Symptom;

/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(30);

/// Runtimes whose connections are remembered at the same time.
const RUNTIMES: usize = 8;

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

/// Why there is no answer.
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

/// Whom to trust.
#[derive(Clone)]
pub(crate) struct Trust(Arc<ClientConfig>);

impl Trust {
    /// Trust in the CAs of these PEM texts, each with a name for messages; in those of the system
    /// if there are none; in everybody if `insecure`. The error is a sentence for the user.
    pub(crate) fn new(bundles: &[(String, Vec<u8>)], insecure: bool) -> Result<Self, String> {
        let provider = Arc::new(crypto::ring::default_provider());
        let mut roots = RootCertStore::empty();
        for (name, pem) in bundles {
            add_bundle(&mut roots, name, pem)?;
        }
        if bundles.is_empty() && !insecure {
            add_system(&mut roots)?;
        }
        let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("TLS can't be set up: {error}"))?;
        let mut config = if insecure {
            let verifier = Arc::new(TrustAll(provider));
            builder
                .dangerous()
                .with_custom_certificate_verifier(verifier)
                .with_no_client_auth()
        } else {
            builder.with_root_certificates(roots).with_no_client_auth()
        };
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self(Arc::new(config)))
    }
}

fn add_bundle(roots: &mut RootCertStore, name: &str, pem: &[u8]) -> Result<(), String> {
    let before = roots.len();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let added = certificate
            .map_err(|error| error.to_string())
            .and_then(|der| roots.add(der).map_err(|error| error.to_string()));
        added.map_err(|error| format!("{name} has a certificate that can't be read: {error}"))?;
    }
    if roots.len() == before {
        return Err(format!(
            "{name} has no certificate in PEM form: it should have a line -----BEGIN CERTIFICATE-----"
        ));
    }
    Ok(())
}

fn add_system(roots: &mut RootCertStore) -> Result<(), String> {
    let found = rustls_native_certs::load_native_certs();
    let (added, _) = roots.add_parsable_certificates(found.certs);
    if added == 0 {
        return Err("this system has no CA certificates that can be read: \
                    give the engine's with ca_file or ca_pem"
            .to_owned());
    }
    Ok(())
}

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
            Failure::new(Symptom::Broken, "the connection broke within the answer").because(error)
        })?;
        let body = inflate(&head.headers, body.to_bytes())?;
        if !secure && head.status == StatusCode::BAD_REQUEST && wants_tls(&body) {
            return Err(Failure::new(
                Symptom::WantsTls,
                "what answers there expects TLS",
            ));
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
        (true, false) => Failure::new(Symptom::NotHttp, "what answers there doesn't speak HTTP"),
        (true, true) => Failure::new(Symptom::Unreadable, "the answer is not valid HTTP"),
        (false, _) => Failure::new(
            Symptom::Broken,
            "the connection broke before there was an answer",
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
            let mut plain = Vec::with_capacity(body.len().saturating_mul(4));
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

/// Makes connections: name, TCP, TLS, all within the connect timeout.
#[derive(Clone)]
struct Connector {
    tcp: HttpConnector<Resolver>,
    tls: Option<TlsConnector>,
    timeout: Duration,
}

impl Connector {
    fn new(trust: Option<Trust>, timeout: Duration) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(Resolver);
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_keepalive(Some(Duration::from_secs(60)));
        Self {
            tcp,
            tls: trust.map(|trust| TlsConnector::from(trust.0)),
            timeout,
        }
    }

    async fn connect(mut self, uri: Uri) -> Result<Socket, Failure> {
        let secure = uri.scheme_str() == Some("https");
        let host = uri
            .host()
            .unwrap_or_default()
            .trim_matches(['[', ']'])
            .to_owned();
        let tcp = tower_service::Service::call(&mut self.tcp, uri);
        let tcp = tcp.await.map_err(not_connected)?.into_inner();
        let Some(tls) = self.tls.filter(|_| secure) else {
            return Ok(Socket {
                io: TokioIo::new(Box::new(tcp)),
                http2: false,
            });
        };
        let name = ServerName::try_from(host).map_err(|error| {
            Failure::new(Symptom::Tls, "the host of the URL can't be used with TLS").because(error)
        })?;
        let stream = tls.connect(name, tcp).await.map_err(no_handshake)?;
        let http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
        Ok(Socket {
            io: TokioIo::new(Box::new(stream)),
            http2,
        })
    }
}

impl tower_service::Service<Uri> for Connector {
    type Response = Socket;
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Socket, Failure>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connector = self.clone();
        Box::pin(async move {
            let timeout = connector.timeout;
            let connected = Deadline::after(timeout).limit(connector.connect(uri)).await;
            connected.unwrap_or_else(|| {
                let what = format!("no connection to the engine within {timeout:?}");
                Err(Failure::new(Symptom::ConnectTimeout, what))
            })
        })
    }
}

/// Looks names up as the system does, and marks the failure to do so.
#[derive(Clone)]
struct Resolver;

/// A name that could not be looked up.
#[derive(Debug)]
struct Unresolved(io::Error);

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for Unresolved {}

impl tower_service::Service<Name> for Resolver {
    type Response = std::vec::IntoIter<std::net::SocketAddr>;
    type Error = Unresolved;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Unresolved>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Unresolved>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0))
                .await
                .map_err(Unresolved)?;
            Ok(found.collect::<Vec<_>>().into_iter())
        })
    }
}

/// Why there is no TCP connection.
fn not_connected(error: impl std::error::Error + Send + Sync + 'static) -> Failure {
    use io::ErrorKind::{ConnectionRefused, ConnectionReset, TimedOut};
    let (symptom, what) = if find::<Unresolved>(&error).is_some() {
        (
            Symptom::NameNotResolved,
            "the name of the engine's host can't be resolved",
        )
    } else {
        match find::<io::Error>(&error).map(io::Error::kind) {
            Some(ConnectionRefused) => (Symptom::Refused, "nothing accepts connections there"),
            Some(ConnectionReset) => (Symptom::Broken, "the connection was reset"),
            Some(TimedOut) => (Symptom::ConnectTimeout, "the engine's host doesn't answer"),
            _ => (Symptom::Unreachable, "the engine's host can't be reached"),
        }
    };
    Failure::new(symptom, what).because(error)
}

/// Why there is no TLS connection.
fn no_handshake(error: io::Error) -> Failure {
    use rustls::Error::{InvalidCertificate, InvalidMessage};
    let cause = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    let (symptom, what) = match cause {
        Some(InvalidMessage(_)) => (Symptom::NotTls, "what answers there doesn't speak TLS"),
        Some(InvalidCertificate(problem)) => match problem {
            CertificateError::UnknownIssuer => (
                Symptom::UnknownCa,
                "the engine's certificate is from a CA that is not trusted",
            ),
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                (
                    Symptom::WrongHost,
                    "the certificate there is for another host",
                )
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                (Symptom::Expired, "the engine's certificate has expired")
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => (
                Symptom::NotYetValid,
                "the engine's certificate is not valid yet",
            ),
            _ => (Symptom::Tls, "the engine's certificate can't be accepted"),
        },
        Some(_) => (Symptom::Tls, "TLS could not be agreed on"),
        None => (
            Symptom::Broken,
            "the connection broke while TLS was being agreed on",
        ),
    };
    Failure::new(symptom, what).because(error)
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// A connection, with TLS or without.
struct Socket {
    io: TokioIo<Box<dyn Stream>>,
    http2: bool,
}

impl Connection for Socket {
    fn connected(&self) -> Connected {
        if self.http2 {
            Connected::new().negotiated_h2()
        } else {
            Connected::new()
        }
    }
}

impl hyper::rt::Read for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: hyper::rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(context, buffer)
    }
}

impl hyper::rt::Write for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // A peer that is gone already has been told all it can be told.
        let _ = ready!(Pin::new(&mut self.io).poll_shutdown(context));
        Poll::Ready(Ok(()))
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(context, buffers)
    }
}

/// Accepts any certificate for any host: what the user asked for with `insecure`.
#[derive(Debug)]
struct TrustAll(Arc<CryptoProvider>);

impl ServerCertVerifier for TrustAll {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        crypto::verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        crypto::verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
