//! A minimal API client: logs in and reads documents.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::Request;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::node::Node;

/// Maximum size of a response, in bytes.
const MAX_BODY: usize = 1 << 30;

/// Timeout of one request.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(300);

/// A client with one connection.
pub(crate) struct Client {
    /// Host name or address, with the port if the URL has one.
    authority: String,
    host: String,
    port: u16,
    /// Path of the API.
    api: String,
    tls: Option<TlsConnector>,
    token: String,
    connection: Option<SendRequest<Full<Bytes>>>,
}

impl Client {
    pub(crate) fn new(url: &str, ca_pem: &str) -> io::Result<Self> {
        let invalid = || {
            error(format!(
                "{url} is not a URL such as https://HOST/ovirt-engine/api"
            ))
        };
        let url: hyper::Uri = url.trim_end_matches('/').parse().map_err(|_| invalid())?;
        let secure = match url.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(invalid()),
        };
        let authority = url.authority().ok_or_else(invalid)?;
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        Ok(Self {
            port: authority
                .port_u16()
                .unwrap_or(if secure { 443 } else { 80 }),
            authority: authority.as_str().to_owned(),
            host,
            api: url.path().trim_end_matches('/').to_owned(),
            tls: if secure {
                Some(connector(ca_pem)?)
            } else {
                None
            },
            token: String::new(),
            connection: None,
        })
    }

    /// Requests a token.
    pub(crate) async fn log_in(&mut self, username: &str, password: &str) -> io::Result<()> {
        let form = format!(
            "grant_type=password&scope=ovirt-app-api&username={}&password={}",
            form_encode(username),
            form_encode(password)
        );
        let (status, text) = self.sso("token", form).await?;
        self.token = text
            .split_once("\"access_token\":")
            .and_then(|(_, rest)| rest.split('"').nth(1))
            .ok_or_else(|| {
                error(format!(
                    "the login failed with status code {status}: {text}"
                ))
            })?
            .to_owned();
        Ok(())
    }

    /// Revokes the token. Ignores errors, as the engine expires idle tokens anyway.
    pub(crate) async fn log_out(&mut self) {
        let form = format!("token={}", form_encode(&self.token));
        let _ = self.sso("revoke", form).await;
    }

    async fn sso(&mut self, endpoint: &str, form: String) -> io::Result<(u16, String)> {
        let base = self.api.trim_end_matches("/api");
        let path = format!("{base}/sso/oauth/{endpoint}");
        let request = Request::post(path)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, form).await
    }

    /// Reads the document at a path below the API root; `None` if there is none to read.
    pub(crate) async fn get(&mut self, path: &str) -> io::Result<Option<Node>> {
        let request = Request::get(format!("{}/{path}", self.api))
            .header(ACCEPT, "application/xml")
            .header(AUTHORIZATION, format!("Bearer {}", self.token));
        let (status, text) = self.send(request, String::new()).await?;
        match status {
            200 => Node::parse(&text).map(Some).map_err(error),
            404 | 405 => Ok(None),
            _ => Err(error(format!("status code {status}"))),
        }
    }

    /// Returns the path of an `href` below the API root.
    pub(crate) fn api_path(&self, href: &str) -> Option<String> {
        let path = href.strip_prefix(&self.api)?.trim_matches('/');
        (!path.is_empty()).then(|| path.to_owned())
    }

    async fn send(
        &mut self,
        request: hyper::http::request::Builder,
        body: String,
    ) -> io::Result<(u16, String)> {
        let sent = tokio::time::timeout(REQUEST_TIMEOUT, self.exchange(request, body));
        match sent.await {
            Ok(response) => response,
            Err(_) => {
                self.connection = None;
                Err(io::ErrorKind::TimedOut.into())
            }
        }
    }

    async fn exchange(
        &mut self,
        request: hyper::http::request::Builder,
        body: String,
    ) -> io::Result<(u16, String)> {
        let request = request
            .header(HOST, &self.authority)
            .body(Full::from(body))
            .map_err(io::Error::other)?;
        let mut connection = match self.connection.take() {
            Some(connection) if !connection.is_closed() => connection,
            _ => self.connect().await?,
        };
        connection.ready().await.map_err(io::Error::other)?;
        let response = connection
            .send_request(request)
            .await
            .map_err(io::Error::other)?;
        let status = response.status().as_u16();
        let body = Limited::new(response.into_body(), MAX_BODY).collect().await;
        let body = body.map_err(io::Error::other)?.to_bytes();
        self.connection = Some(connection);
        Ok((status, String::from_utf8_lossy(&body).into_owned()))
    }

    async fn connect(&self) -> io::Result<SendRequest<Full<Bytes>>> {
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await?;
        match &self.tls {
            None => handshake(stream).await,
            Some(tls) => {
                let name = ServerName::try_from(self.host.clone()).map_err(io::Error::other)?;
                handshake(tls.connect(name, stream).await?).await
            }
        }
    }
}

async fn handshake(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
) -> io::Result<SendRequest<Full<Bytes>>> {
    let (sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(io::Error::other)?;
    // The sender gets the connection's error.
    tokio::spawn(connection);
    Ok(sender)
}

fn connector(ca_pem: &str) -> io::Result<TlsConnector> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(ca_pem.as_bytes()) {
        let certificate = certificate.map_err(io::Error::other)?;
        roots.add(certificate).map_err(io::Error::other)?;
    }
    if roots.is_empty() {
        return Err(error("HTTPS requires the CA certificate of the engine"));
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// Percent-encodes a form value.
fn form_encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn error(what: impl Into<String>) -> io::Error {
    io::Error::other(what.into())
}
