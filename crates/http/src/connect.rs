//! [`Connector`]: opens connections (name resolution, proxy, TCP, TLS) and classifies failures.

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
use super::tls::{RejectReason, RejectedCertificate};
use super::{ClientOptions, Failure, FailureKind, find};

/// An HTTP proxy that tunnels connections (`CONNECT`).
#[derive(Clone)]
pub struct Proxy {
    uri: Uri,
    /// Host and port, for error messages.
    name: String,
    authorization: Option<HeaderValue>,
}

impl Proxy {
    /// Creates a proxy from its URL, such as `http://proxy.example.com:3128`.
    ///
    /// # Errors
    ///
    /// A message for the user. It does not contain the URL, which may contain a password.
    pub fn new(url: &str) -> Result<Self, String> {
        const EXAMPLE: &str = "it should look like http://proxy.example.com:3128";
        let uri: Uri = url
            .trim()
            .parse()
            .map_err(|_| format!("the proxy URL is malformed: {EXAMPLE}"))?;
        let (Some("http"), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(format!(
                "the proxy URL must start with http:// and name a host: {EXAMPLE}"
            ));
        };
        if authority.as_str().contains('@') {
            return Err("the proxy URL contains a user name: \
                 pass it with proxy_credentials(user, password) instead"
                .to_owned());
        }
        Ok(Self {
            name: authority.to_string(),
            uri,
            authorization: None,
        })
    }

    /// Sets the value of the header `Proxy-Authorization`.
    #[must_use]
    pub fn with_authorization(mut self, authorization: HeaderValue) -> Self {
        self.authorization = Some(authorization);
        self
    }

    /// Opens a tunnel to the host of a URI.
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
            let unreachable =
                find::<io::Error>(&error).is_some() || find::<ResolveError>(&error).is_some();
            // Its type is private.
            let login = error.to_string().contains("authorization required");
            let refused = format!("the proxy {} refused to connect to {{server}}", self.name);
            let (kind, message) = match (unreachable, login) {
                (true, _) => (
                    FailureKind::Proxy,
                    format!("cannot reach the proxy {}", self.name),
                ),
                (false, true) => (
                    FailureKind::ProxyLogin,
                    format!("{refused}: it requires a login (status 407)"),
                ),
                (false, false) => (FailureKind::Proxy, refused),
            };
            Failure::new(kind, message).with_source(error)
        })?;
        Ok(stream.into_inner())
    }
}

/// Opens connections within the connect timeout. In an `Arc`, as hyper clones it for each request.
#[derive(Clone)]
pub(super) struct Connector(Arc<ConnectorConfig>);

#[derive(Clone)]
struct ConnectorConfig {
    tcp: HttpConnector<Resolver>,
    tls: Option<TlsConnector>,
    proxy: Option<Proxy>,
    timeout: Duration,
}

impl Connector {
    pub(super) fn new(options: &ClientOptions) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(Resolver);
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_keepalive(Some(Duration::from_secs(60)));
        Self(Arc::new(ConnectorConfig {
            tcp,
            tls: options
                .tls
                .as_ref()
                .map(|config| TlsConnector::from(Arc::clone(&config.0))),
            proxy: options.proxy.clone(),
            timeout: options.connect_timeout,
        }))
    }
}

impl ConnectorConfig {
    /// Connects within the timeout.
    async fn connect_in_time(self, uri: Uri) -> Result<Socket, Failure> {
        let (timeout, proxy) = (self.timeout, self.proxy.clone());
        let mut tunneling = proxy.is_some();
        let connected = tokio::time::timeout(timeout, self.connect(uri, &mut tunneling)).await;
        connected.unwrap_or_else(|_| {
            Err(match proxy.filter(|_| tunneling) {
                Some(Proxy { name, .. }) => {
                    let message = format!(
                        "the proxy {name} did not connect to {{server}} within {timeout:?}"
                    );
                    Failure::new(FailureKind::ProxyTimeout, message)
                }
                None => {
                    let message = format!("timed out after {timeout:?} connecting to {{server}}");
                    Failure::new(FailureKind::ConnectTimeout, message)
                }
            })
        })
    }

    /// `tunneling` becomes false once the proxy has opened the tunnel.
    async fn connect(mut self, uri: Uri, tunneling: &mut bool) -> Result<Socket, Failure> {
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
                tcp.await.map_err(connect_failure)?.into_inner()
            }
        };
        *tunneling = false;
        if !secure {
            return Ok(Socket {
                io: TokioIo::new(Box::new(tcp)),
                http2: false,
            });
        }
        // Never a fallback to a connection without TLS.
        let Some(tls) = self.tls else {
            let message = "TLS is not set up for {server}";
            return Err(Failure::new(FailureKind::Tls, message));
        };
        let name = ServerName::try_from(host).map_err(|error| {
            Failure::new(
                FailureKind::Tls,
                "the host in the URL is not a valid name for TLS",
            )
            .with_source(error)
        })?;
        let stream = tls.connect(name, tcp).await.map_err(handshake_failure)?;
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
        let config = ConnectorConfig::clone(&self.0);
        Box::pin(config.connect_in_time(uri))
    }
}

/// Resolves host names with the resolver of the system, and marks its errors.
#[derive(Clone)]
struct Resolver;

/// A failed name resolution.
#[derive(Debug)]
struct ResolveError(io::Error);

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for ResolveError {}

impl tower_service::Service<Name> for Resolver {
    type Response = std::vec::IntoIter<std::net::SocketAddr>;
    type Error = ResolveError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, ResolveError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ResolveError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0))
                .await
                .map_err(ResolveError)?;
            Ok(found.collect::<Vec<_>>().into_iter())
        })
    }
}

/// Classifies the error of a TCP connection.
fn connect_failure(error: impl std::error::Error + Send + Sync + 'static) -> Failure {
    use io::ErrorKind::{ConnectionRefused, ConnectionReset, TimedOut};
    let (kind, message) = if find::<ResolveError>(&error).is_some() {
        (
            FailureKind::NameNotResolved,
            "cannot resolve the host name of {server}",
        )
    } else {
        match find::<io::Error>(&error).map(io::Error::kind) {
            Some(ConnectionRefused) => (FailureKind::Refused, "{server} refused the connection"),
            Some(ConnectionReset) => (FailureKind::Disconnected, "{server} reset the connection"),
            Some(TimedOut) => (FailureKind::ConnectTimeout, "{server} does not respond"),
            _ => (FailureKind::Unreachable, "cannot reach {server}"),
        }
    };
    Failure::new(kind, message).with_source(error)
}

/// Classifies the error of a TLS handshake.
fn handshake_failure(error: io::Error) -> Failure {
    let cause = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    let rejected = match cause {
        Some(rustls::Error::InvalidCertificate(CertificateError::Other(other))) => {
            other.0.downcast_ref::<RejectedCertificate>()
        }
        _ => None,
    };
    let (kind, message) = match (cause, rejected) {
        (_, Some(rejected)) => certificate_failure(rejected),
        (Some(rustls::Error::InvalidMessage(_)), None) => (
            FailureKind::NotTls,
            "{server} does not speak TLS".to_owned(),
        ),
        (Some(_), None) => (
            FailureKind::Tls,
            "the TLS handshake with {server} failed".to_owned(),
        ),
        (None, None) => (
            FailureKind::Disconnected,
            "{server} closed the connection during the TLS handshake".to_owned(),
        ),
    };
    Failure::new(kind, message).with_source(error)
}

/// Says why a certificate was rejected, and which one it was.
fn certificate_failure(rejected: &RejectedCertificate) -> (FailureKind, String) {
    let (kind, reason) = match &rejected.reason {
        RejectReason::NotPinned => (FailureKind::NotPinned, "is not the pinned one"),
        RejectReason::SelfSigned => (FailureKind::SelfSigned, "is self-signed"),
        RejectReason::Invalid(error) => match error {
            // The signature is invalid if the CA was created anew under the same name, as by
            // reinstalling an engine.
            CertificateError::UnknownIssuer | CertificateError::BadSignature => {
                (FailureKind::UnknownCa, "was issued by an untrusted CA")
            }
            CertificateError::NotValidForNameContext { presented, .. } if presented.is_empty() => (
                FailureKind::NoHostNames,
                "names no host: it has no subject alternative name (SAN)",
            ),
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                (FailureKind::WrongHost, "is for another host")
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                (FailureKind::Expired, "has expired")
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                (FailureKind::NotYetValid, "is not valid yet")
            }
            _ => (FailureKind::Tls, "is invalid"),
        },
    };
    let Certificate {
        subject,
        issuer,
        valid_until,
        fingerprint,
    } = &rejected.certificate;
    let message = format!(
        "the certificate of {{server}} {reason} \
         ({subject}; issued by {issuer}; valid until {valid_until}; {fingerprint})"
    );
    (kind, message)
}

trait Transport: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Transport for T {}

/// An open connection, with TLS or without.
pub(super) struct Socket {
    io: TokioIo<Box<dyn Transport>>,
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
        // The peer may have closed the connection already.
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

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Arc;

    use tokio_rustls::rustls::{self, CertificateError, InvalidMessage, OtherError};

    use super::{ResolveError, connect_failure, handshake_failure};
    use crate::tls::{RejectReason, RejectedCertificate};
    use crate::{Certificate, Failure};

    #[track_caller]
    fn check(failure: &Failure, expected: &str) {
        let Failure { kind, message, .. } = failure;
        assert_eq!(format!("{kind:?}: {message}"), expected);
        assert!(failure.source.is_some());
    }

    #[test]
    fn failures_to_connect_are_classified() {
        let table = [
            (
                io::ErrorKind::ConnectionRefused,
                "Refused: {server} refused the connection",
            ),
            (
                io::ErrorKind::ConnectionReset,
                "Disconnected: {server} reset the connection",
            ),
            (
                io::ErrorKind::TimedOut,
                "ConnectTimeout: {server} does not respond",
            ),
            (
                io::ErrorKind::HostUnreachable,
                "Unreachable: cannot reach {server}",
            ),
            (
                io::ErrorKind::NetworkUnreachable,
                "Unreachable: cannot reach {server}",
            ),
        ];
        for (kind, expected) in table {
            check(&connect_failure(io::Error::from(kind)), expected);
        }
        check(
            &connect_failure(ResolveError(io::Error::other("no such host"))),
            "NameNotResolved: cannot resolve the host name of {server}",
        );
    }

    #[test]
    fn failed_handshakes_are_classified() {
        let tls = |error: rustls::Error| handshake_failure(io::Error::other(error));
        check(
            &tls(rustls::Error::InvalidMessage(
                InvalidMessage::InvalidContentType,
            )),
            "NotTls: {server} does not speak TLS",
        );
        check(
            &tls(rustls::Error::DecryptError),
            "Tls: the TLS handshake with {server} failed",
        );
        check(
            &handshake_failure(io::Error::from(io::ErrorKind::UnexpectedEof)),
            "Disconnected: {server} closed the connection during the TLS handshake",
        );
    }

    #[test]
    fn rejected_certificates_are_described_with_the_reason() {
        use CertificateError::*;
        let table = [
            (
                RejectReason::NotPinned,
                "NotPinned",
                "is not the pinned one",
            ),
            (
                RejectReason::Invalid(UnknownIssuer),
                "UnknownCa",
                "was issued by an untrusted CA",
            ),
            (
                RejectReason::Invalid(BadSignature),
                "UnknownCa",
                "was issued by an untrusted CA",
            ),
            (
                RejectReason::Invalid(NotValidForName),
                "WrongHost",
                "is for another host",
            ),
            (RejectReason::Invalid(Expired), "Expired", "has expired"),
            (
                RejectReason::Invalid(NotValidYet),
                "NotYetValid",
                "is not valid yet",
            ),
            (RejectReason::Invalid(Revoked), "Tls", "is invalid"),
        ];
        for (reason, kind, words) in table {
            let certificate = Certificate {
                subject: "CN=e".to_owned(),
                issuer: "CN=ca".to_owned(),
                valid_until: "2030-01-31 12:00:00 UTC".to_owned(),
                ..Certificate::from_der(b"")
            };
            let fingerprint = certificate.fingerprint;
            let rejected = RejectedCertificate {
                certificate,
                reason,
            };
            let error = Other(OtherError(Arc::new(rejected)));
            let error = rustls::Error::InvalidCertificate(error);
            let expected = format!(
                "{kind}: the certificate of {{server}} {words} \
                 (CN=e; issued by CN=ca; valid until 2030-01-31 12:00:00 UTC; {fingerprint})"
            );
            check(&handshake_failure(io::Error::other(error)), &expected);
        }
    }
}
