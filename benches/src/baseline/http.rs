//! Requests by hyper and rustls alone.

use std::hint::black_box;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Empty};
use hyper::Request;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::Result;

/// hyper's client, which keeps connections open.
pub type Hyper = Client<HttpConnector, Empty<Bytes>>;

/// A client for plain HTTP.
#[must_use]
pub fn client() -> Hyper {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    Client::builder(TokioExecutor::new()).build(connector)
}

/// Gets the tag that the server has; returns the body.
///
/// # Errors
///
/// The connection fails or is closed.
pub async fn get_tag(client: &Hyper, port: u16) -> Result<Bytes> {
    let request = Request::get(format!("http://127.0.0.1:{port}/ovirt-engine/api/tags/1"))
        .header("authorization", "Bearer t")
        .body(Empty::new())?;
    let response = client.request(request).await?;
    Ok(response.into_body().collect().await?.to_bytes())
}

/// Gets a path over a new connection with TLS and discards the body; returns its length.
///
/// # Errors
///
/// The connection fails or is closed.
pub async fn discard_tls(port: u16, ca: &str, path: &str) -> Result<usize> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(ca.as_bytes()) {
        roots.add(certificate?)?;
    }
    let provider = tokio_rustls::rustls::crypto::ring::default_provider();
    let config = ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let tcp = tokio::net::TcpStream::connect(format!("localhost:{port}")).await?;
    let tls = TlsConnector::from(Arc::new(config));
    let stream = tls.connect(ServerName::try_from("localhost")?, tcp).await?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let request = Request::get(format!("/ovirt-engine/api/{path}"))
        .header("host", "localhost")
        .body(Empty::<Bytes>::new())?;
    let mut body = sender.send_request(request).await?.into_body();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        length += black_box(frame?).into_data().map_or(0, |data| data.len());
    }
    Ok(length)
}
