//! HTTP/2 with a server that offers it.

use std::convert::Infallible;

use bytes::Bytes;
use http::{Request, Response, Version};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use ovirt::Connection;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::support::server::Identity;

async fn respond(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let is_http2 = request.version() == Version::HTTP_2;
    let (status, content_type, body) = match request.uri().path() {
        _ if !is_http2 => (505, "text/plain", ""),
        "/ovirt-engine/sso/oauth/token" => (200, "application/json", r#"{"access_token":"t"}"#),
        _ => (200, "application/xml", "<api/>"),
    };
    let response = Response::builder()
        .status(status)
        .header("Content-Type", content_type);
    Ok(response.body(Full::from(body)).unwrap())
}

#[tokio::test]
async fn http2_is_used_when_it_is_offered() {
    let identity = Identity::new(&["localhost"]);
    let acceptor = TlsAcceptor::from(identity.config(&["h2", "http/1.1"]));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let stream = TokioIo::new(acceptor.accept(stream).await.unwrap());
                let builder = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
                // The client may be gone already.
                let _ = builder.serve_connection(stream, service_fn(respond)).await;
            });
        }
    });
    let connection = Connection::builder(format!("https://localhost:{port}/ovirt-engine/api"))
        .credentials("admin@internal", "x")
        .ca_pem(&identity.ca_pem)
        .build()
        .unwrap();
    let mut tasks = JoinSet::new();
    for _ in 0..16 {
        tasks.spawn(connection.test().into_future());
    }
    for outcome in tasks.join_all().await {
        outcome.unwrap();
    }
}
