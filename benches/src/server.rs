//! An HTTP server with one list and a few other documents, which costs as little as possible.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::Result;

/// How long the server takes for an action.
const ACTION: Duration = Duration::from_millis(20);

const TAG: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <tag href=\"/ovirt-engine/api/tags/1\" id=\"1\">\n    <name>production</name>\n    \
    <description>VMs that must not be stopped</description>\n    \
    <link href=\"/ovirt-engine/api/tags/1/vms\" rel=\"vms\"/>\n</tag>\n";

const VM: &str = "<vm href=\"/ovirt-engine/api/vms/1\" id=\"1\"><name>web1</name>\
    <status>up</status><memory>1073741824</memory></vm>";

/// A server; it runs until its process ends.
pub struct Server {
    /// Port for plain HTTP.
    pub plain: u16,
    /// Port for TLS.
    pub tls: u16,
    /// Certificate in PEM, which is also that of its CA.
    pub certificate: String,
}

impl Server {
    /// Starts a server on its own thread. It serves a tag, a VM, no clusters and no hosts at their
    /// paths, and `list` at all others. Actions take 20 ms.
    ///
    /// # Errors
    ///
    /// No port is free, or no certificate can be made.
    pub fn start(list: String) -> Result<Self> {
        let list = Bytes::from(list);
        let has_hosts = list.windows(7).take(100).any(|tag| tag == b"<hosts>");
        let hosts = if has_hosts {
            list.clone()
        } else {
            "<hosts/>".into()
        };
        let documents = Documents { list, hosts };
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(vec!["localhost".into()])?;
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let key = PrivateKeyDer::try_from(signing_key.serialize_der())?;
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)?;
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (plain, tls) = runtime.block_on(async {
            Ok::<_, std::io::Error>((
                TcpListener::bind("127.0.0.1:0").await?,
                TcpListener::bind("127.0.0.1:0").await?,
            ))
        })?;
        let server = Self {
            plain: plain.local_addr()?.port(),
            tls: tls.local_addr()?.port(),
            certificate: cert.pem(),
        };
        std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::join!(
                    accept(plain, None, documents.clone()),
                    accept(tls, Some(acceptor), documents)
                );
            });
        });
        Ok(server)
    }
}

/// The lists that a server has.
#[derive(Clone)]
struct Documents {
    list: Bytes,
    hosts: Bytes,
}

async fn accept(listener: TcpListener, tls: Option<TlsAcceptor>, documents: Documents) {
    while let Ok((stream, _)) = listener.accept().await {
        let (tls, documents) = (tls.clone(), documents.clone());
        let _ = stream.set_nodelay(true);
        tokio::spawn(async move {
            let service = service_fn(move |request| respond(request, documents.clone()));
            // A client may close the connection whenever it likes.
            let _ = match tls {
                None => {
                    http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await
                }
                Some(tls) => match tls.accept(stream).await {
                    Ok(stream) => {
                        let stream = TokioIo::new(stream);
                        http1::Builder::new()
                            .serve_connection(stream, service)
                            .await
                    }
                    Err(_) => return,
                },
            };
        });
    }
}

async fn respond(
    request: Request<Incoming>,
    documents: Documents,
) -> std::result::Result<Response<Full<Bytes>>, Infallible> {
    let is_action = request.method() == hyper::Method::POST;
    if is_action {
        tokio::time::sleep(ACTION).await;
    }
    let path = request.uri().path();
    let body = match path.strip_prefix("/ovirt-engine/api/").unwrap_or(path) {
        _ if is_action => "<action><status>complete</status></action>".into(),
        "tags/1" => TAG.into(),
        "vms/1" => VM.into(),
        // Tables of VMs show the names of clusters and hosts.
        "clusters" => "<clusters/>".into(),
        "hosts" => documents.hosts,
        _ => documents.list,
    };
    let mut response = Response::new(Full::new(body));
    let xml = hyper::header::HeaderValue::from_static("application/xml");
    response
        .headers_mut()
        .insert(hyper::header::CONTENT_TYPE, xml);
    Ok(response)
}
