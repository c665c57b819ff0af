//! Connections: the name, TCP, TLS, and what is wrong when there is none.

use std::fmt;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::{HeaderValue, Uri};
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{self, CertificateError};

use super::certificate::Certificate;
use super::trust::{Untrusted, Why};
use super::{Failure, FailureKind, Network, find};

/// A proxy, which connects to the server in our place.
#[derive(Clone)]
pub struct Proxy {
    uri: Uri,
    /// Name and port, for messages.
    name: String,
    authorization: Option<HeaderValue>,
}

impl Proxy {
    /// The proxy at this URL, such as `http://proxy.example.com:3128`.
    ///
    /// # Errors
    ///
    /// A sentence for the user. It doesn't have the URL: that could have a password in it.
    pub fn new(url: &str) -> Result<Self, String> {
        const TYPICAL: &str = "it should look like http://proxy.example.com:3128";
        let uri: Uri = url
            .trim()
            .parse()
            .map_err(|_| format!("the URL of the proxy is not well-formed: {TYPICAL}"))?;
        let (Some("http"), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(format!(
                "the URL of the proxy must begin with http:// and have a host: {TYPICAL}"
            ));
        };
        if authority.as_str().contains('@') {
            return Err("the URL of the proxy has a user in it, which belongs into \
                 proxy_credentials(user, password)"
                .to_owned());
        }
        Ok(Self {
            name: authority.to_string(),
            uri,
            authorization: None,
        })
    }

    /// The value of the header with which the proxy itself is asked.
    #[must_use]
    pub fn with_authorization(mut self, authorization: HeaderValue) -> Self {
        self.authorization = Some(authorization);
        self
    }

    /// A connection to the host of this URI.
    async fn connect(
        &self,
        tcp: HttpConnector<Resolver>,
        uri: Uri,
    ) -> Result<tokio::net::TcpStream, Failure> {
        let mut tunnel = Tunnel::new(self.uri.clone(), tcp);
        if let Some(authorization) = &self.authorization {
            tunnel = tunnel.with_auth(authorization.clone());
        }
        let stream = tower_service::Service::call(&mut tunnel, uri).await;
        let stream = stream.map_err(|error| {
            if find::<io::Error>(&error).is_some() || find::<Unresolved>(&error).is_some() {
                let reason = format!("the proxy {} can't be reached", self.name);
                return Failure::new(FailureKind::Proxy, reason).because(error);
            }
            let reason = format!("the proxy {} refuses to connect to {{server}}", self.name);
            Failure::new(FailureKind::Proxy, reason).because(error)
        })?;
        Ok(stream.into_inner())
    }
}

/// Makes connections: name, TCP, TLS, all within the connect timeout. The client clones it for each
/// request, whether that needs a connection or not.
#[derive(Clone)]
pub(super) struct Connector(Arc<Means>);

/// What connections are made with.
#[derive(Clone)]
struct Means {
    tcp: HttpConnector<Resolver>,
    tls: Option<TlsConnector>,
    proxy: Option<Proxy>,
    timeout: Duration,
}

impl Connector {
    pub(super) fn new(network: &Network) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(Resolver);
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_keepalive(Some(Duration::from_secs(60)));
        Self(Arc::new(Means {
            tcp,
            tls: network
                .trust
                .as_ref()
                .map(|trust| TlsConnector::from(Arc::clone(&trust.0))),
            proxy: network.proxy.clone(),
            timeout: network.connect_timeout,
        }))
    }
}

impl Means {
    async fn connect(mut self, uri: Uri) -> Result<Socket, Failure> {
        let secure = uri.scheme_str() == Some("https");
        let host = uri
            .host()
            .unwrap_or_default()
            .trim_matches(['[', ']'])
            .to_owned();
        let tcp = match &self.proxy {
            Some(proxy) => proxy.connect(self.tcp, uri).await?,
            None => {
                let tcp = tower_service::Service::call(&mut self.tcp, uri);
                tcp.await.map_err(not_connected)?.into_inner()
            }
        };
        let Some(tls) = self.tls.filter(|_| secure) else {
            return Ok(Socket {
                io: TokioIo::new(Box::new(tcp)),
                http2: false,
            });
        };
        let name = ServerName::try_from(host).map_err(|error| {
            Failure::new(
                FailureKind::Tls,
                "the host of the URL can't be used with TLS",
            )
            .because(error)
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
        let means = Means::clone(&self.0);
        Box::pin(async move {
            let timeout = means.timeout;
            let connected = tokio::time::timeout(timeout, means.connect(uri)).await;
            connected.unwrap_or_else(|_| {
                let what = format!("no connection to {{server}} within {timeout:?}");
                Err(Failure::new(FailureKind::ConnectTimeout, what))
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
            FailureKind::NameNotResolved,
            "the name of {server} can't be resolved",
        )
    } else {
        match find::<io::Error>(&error).map(io::Error::kind) {
            Some(ConnectionRefused) => (FailureKind::Refused, "{server} accepts no connections"),
            Some(ConnectionReset) => (FailureKind::Broken, "{server} reset the connection"),
            Some(TimedOut) => (FailureKind::ConnectTimeout, "{server} doesn't answer"),
            _ => (FailureKind::Unreachable, "{server} can't be reached"),
        }
    };
    Failure::new(symptom, what).because(error)
}

/// Why there is no TLS connection.
fn no_handshake(error: io::Error) -> Failure {
    let cause = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    let (symptom, what) = match cause {
        Some(rustls::Error::InvalidMessage(_)) => {
            (FailureKind::NotTls, "{server} doesn't speak TLS".to_owned())
        }
        Some(rustls::Error::InvalidCertificate(CertificateError::Other(other)))
            if other.0.is::<Untrusted>() =>
        {
            match other.0.downcast_ref() {
                Some(untrusted) => not_trusted(untrusted),
                None => (FailureKind::Tls, String::new()),
            }
        }
        Some(_) => (
            FailureKind::Tls,
            "TLS with {server} could not be agreed on".to_owned(),
        ),
        None => (
            FailureKind::Broken,
            "the connection to {server} broke while TLS was being agreed on".to_owned(),
        ),
    };
    Failure::new(symptom, what).because(error)
}

/// What is wrong with a certificate, and which one it is.
fn not_trusted(untrusted: &Untrusted) -> (FailureKind, String) {
    let (symptom, what) = match &untrusted.why {
        Why::NotPinned => (FailureKind::NotPinned, "is not the one that is trusted"),
        Why::Certificate(problem) => match problem {
            // A bad signature is one by a CA of the same name with another key, which an engine
            // that was set up anew has.
            CertificateError::UnknownIssuer | CertificateError::BadSignature => {
                (FailureKind::UnknownCa, "is from a CA that is not trusted")
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                (FailureKind::WrongHost, "is for another host")
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                (FailureKind::Expired, "has expired")
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                (FailureKind::NotYetValid, "is not valid yet")
            }
            _ => (FailureKind::Tls, "can't be accepted"),
        },
    };
    let Certificate {
        subject,
        issuer,
        valid_until,
        fingerprint,
    } = &untrusted.certificate;
    let what = format!(
        "the certificate of {{server}} {what} \
         ({subject}; issued by {issuer}; valid until {valid_until}; {fingerprint})"
    );
    (symptom, what)
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// A connection, with TLS or without.
pub(super) struct Socket {
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
