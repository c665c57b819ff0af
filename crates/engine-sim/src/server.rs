//! The HTTP server: accepts connections, routes requests, encodes responses and logs both.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::AbortHandle;
use tokio_rustls::TlsAcceptor;

use crate::about;
use crate::api::{self, ApiRequest, Outcome};
use crate::audit;
use crate::compress;
use crate::directory;
use crate::fault::Fault;
use crate::imageio;
use crate::injection::{self, ConnectionAborted, ResponseBody};
use crate::lock::lock;
use crate::message::{Body, HTML, Request, Response};
use crate::negotiate;
use crate::pages;
use crate::pki;
use crate::restart::{Phase, Port, Transition};
use crate::shared::Shared;
use crate::socket::{Reset, Socket};
use crate::sso::AuthError;
use crate::world::{API, World};

/// Path of the engine's web application.
pub(crate) const APPLICATION: &str = "/ovirt-engine";

/// Pause after a connection that could not be accepted.
const ACCEPT_PAUSE: Duration = Duration::from_millis(20);

/// Maximum size of a request body, in bytes.
const MAX_BODY: usize = 64 << 20;

/// Serves connections until the future is dropped.
pub(crate) async fn run(
    mut port: Port,
    tls: Option<TlsAcceptor>,
    shared: Arc<Shared>,
    mut commands: UnboundedReceiver<Transition>,
) {
    let mut restart: Option<AbortHandle> = None;
    loop {
        tokio::select! {
            Some(command) = commands.recv() => {
                let ends_restart = command.phase.is_some() && command.done.is_some();
                if let Some(restart) = restart.take_if(|_| ends_restart) {
                    restart.abort();
                }
                match command.phase {
                    Some(phase) => enter(phase, &mut port, &shared).await,
                    None => begin_restart(&mut restart, &mut port, &shared).await,
                }
                if let Some(done) = command.done {
                    let _ = done.send(());
                }
            }
            stream = port.accept() => match stream {
                Some(stream) => {
                    tokio::spawn(connection(stream, tls.clone(), Arc::clone(&shared)));
                }
                // Such as too many open files, which takes time to change.
                None => tokio::time::sleep(ACCEPT_PAUSE).await,
            }
        }
    }
}

/// Begins a restart, unless one is in progress.
async fn begin_restart(restart: &mut Option<AbortHandle>, port: &mut Port, shared: &Arc<Shared>) {
    if restart
        .as_ref()
        .is_some_and(|restart| !restart.is_finished())
    {
        return;
    }
    enter(Phase::Stopping, port, shared).await;
    let shared = Arc::clone(shared);
    let task = tokio::spawn(async move { shared.restarts.run().await });
    *restart = Some(task.abort_handle());
}

/// Enters a phase of a restart.
async fn enter(phase: Phase, port: &mut Port, shared: &Shared) {
    if phase == Phase::Stopped {
        lock(&shared.sso).expire_tokens();
    }
    if shared.restarts.refuses_connections(phase) {
        port.close();
    } else {
        port.open().await;
    }
    shared.restarts.set_phase(phase);
}

async fn connection(stream: TcpStream, tls: Option<TlsAcceptor>, shared: Arc<Shared>) {
    let reset = Reset::default();
    let stream = Socket::new(stream, reset.clone());
    let restarts = Arc::clone(&shared);
    let serving = async {
        match tls {
            None => serve(stream, reset, shared).await,
            Some(tls) => {
                // The handshake fails if the client does not trust the certificate.
                if let Ok(stream) = tls.accept(stream).await {
                    serve(stream, reset, shared).await;
                }
            }
        }
    };
    tokio::select! {
        () = serving => {}
        () = restarts.restarts.connections_end() => {}
    }
}

async fn serve(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    reset: Reset,
    shared: Arc<Shared>,
) {
    let service = service_fn(move |request| {
        let (shared, reset) = (Arc::clone(&shared), reset.clone());
        async move { handle(request, &shared, &reset).await }
    });
    // A client may drop its connection at any time; that is no error here.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn handle(
    request: hyper::Request<Incoming>,
    shared: &Shared,
    reset: &Reset,
) -> Result<hyper::Response<ResponseBody>, ConnectionAborted> {
    let started = Instant::now();
    let (mut request, body) = decode_head(request);
    let (verdict, response) = if imageio::handles(&request.path) {
        shared.request_log.record(&request);
        let verdict = injection::evaluate(&request, shared);
        let work = |execute| imageio::handle(&request, body, &shared.images, execute);
        let response = verdict.respond(&request, shared, work).await;
        (verdict, response)
    } else {
        if let Err(page) = read_body(&mut request, body).await {
            return Ok(encode_response(page, &request, shared));
        }
        shared.request_log.record(&request);
        if let Some(page) = shared.restarts.unavailable(&request).await {
            let response = encode_response(page, &request, shared);
            shared
                .request_log
                .finish(&request, Some(&response), started);
            return Ok(response);
        }
        let verdict = injection::evaluate(&request, shared);
        let work = async |execute| {
            let response = match execute {
                true => route(&request, shared).await,
                false => Response::empty(200),
            };
            encode_response(response, &request, shared)
        };
        let response = shared
            .restarts
            .guard(verdict.respond(&request, shared, work))
            .await
            .unwrap_or_else(|page| encode_response(page, &request, shared));
        (verdict, response)
    };
    let sent = verdict.send(response, || reset.set());
    shared
        .request_log
        .finish(&request, sent.as_ref().ok(), started);
    sent
}

/// Returns a request without its body, and the body.
fn decode_head(request: hyper::Request<Incoming>) -> (Request, Incoming) {
    let (parts, body) = request.into_parts();
    let headers = parts
        .headers
        .iter()
        .map(|(name, value)| {
            (
                name.to_string(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        })
        .collect();
    let request = Request {
        method: parts.method.to_string(),
        path: without_dot_segments(parts.uri.path()),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers,
        body: Vec::new(),
    };
    (request, body)
}

/// Reads the body of a request. Fails with a page if it is too large or malformed.
async fn read_body(request: &mut Request, body: Incoming) -> Result<(), Response> {
    // Engines read no body of a GET, and some clients announce one that they do not send.
    if matches!(request.method.as_str(), "GET" | "HEAD") {
        return Ok(());
    }
    match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => {
            request.body = body.to_bytes().to_vec();
            Ok(())
        }
        Err(error) if error.is::<LengthLimitError>() => {
            Err(Response::html(413, "Request Entity Too Large"))
        }
        // It ended early, or its chunks are malformed.
        Err(_) => Err(Response::html(400, "Bad Request")),
    }
}

/// Resolves the segments `.` and `..` of a path.
fn without_dot_segments(path: &str) -> String {
    if !path.contains("/.") {
        return path.to_owned();
    }
    let mut kept = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            segment => kept.push(segment),
        }
    }
    format!("/{}", kept.join("/"))
}

async fn route(request: &Request, shared: &Shared) -> Response {
    if request.path == API || request.path.starts_with(&format!("{API}/")) {
        return handle_api(request, shared).await;
    }
    if request.path == about::PATH {
        return about::page(&shared.schema);
    }
    if request.path == "/" {
        return Response::redirect(format!("{}{APPLICATION}", shared.origin));
    }
    let Some(path) = request.path.strip_prefix(APPLICATION) else {
        return Response::html(404, "Not Found");
    };
    match path {
        "" => Response::redirect(format!("{}{APPLICATION}/", shared.origin)),
        "/" => pages::with_headers(pages::welcome(request, &shared.origin)),
        "/login" => pages::with_headers(pages::login(&shared.origin)),
        "/sso" => Response::redirect(format!("{}{APPLICATION}/sso/", shared.origin)),
        "/services/health" => Response::typed(HTML, "DB Up!Welcome to Health Status!"),
        "/services/pki-resource" => {
            pages::with_headers(pki::resource(request, &shared.certificates))
        }
        _ if path.starts_with("//") => {
            Fault::UnsupportedMethod(request.method.clone()).into_response()
        }
        _ => {
            let response = lock(&shared.sso).handle(request, path, &shared.origin);
            log_sessions(shared);
            let response = response.unwrap_or_else(pages::not_found);
            pages::with_headers(response)
        }
    }
}

/// Adds the logins and logouts of users to the audit log.
fn log_sessions(shared: &Shared) {
    let changes = lock(&shared.sso).take_log();
    if changes.is_empty() {
        return;
    }
    // A state that cannot be written is reported to the next request that changes it.
    let _ = transact(shared, |world| {
        for change in changes {
            audit::session(world, &change.login, change.begins);
        }
    });
}

async fn handle_api(request: &Request, shared: &Shared) -> Response {
    let authenticated = match lock(&shared.sso).check(request) {
        Ok(authenticated) => authenticated,
        Err(error) => return error.into_response(),
    };
    if !directory::may_log_in(&lock(&shared.world), &authenticated.login) {
        // The engine logs no login that it refuses.
        lock(&shared.sso).take_log();
        return AuthError::NotAuthorized(authenticated.login).into_response();
    }
    log_sessions(shared);
    let response = handle_authenticated(request, &authenticated.login, shared).await;
    match authenticated.cookie {
        Some(cookie) => response.with_header("Set-Cookie", cookie),
        None => response,
    }
}

async fn handle_authenticated(request: &Request, login: &str, shared: &Shared) -> Response {
    let new_id = || lock(&shared.world).store.new_id();
    let mut api_request = match ApiRequest::new(request, login, new_id) {
        Ok(api_request) => api_request,
        Err(fault) => {
            if matches!(fault, Fault::UnsupportedMethod(_)) {
                let _ = transact(shared, audit::obsolete_version);
            }
            return fault.into_response();
        }
    };
    api_request.ignore_newer(&shared.schema);
    let response = match transact(shared, |world| api::handle(world, &api_request)) {
        Ok(Outcome::Ready(response)) => Ok(response),
        Ok(Outcome::Deferred(due, response)) => {
            tokio::time::sleep_until(due.into()).await;
            transact(shared, |world| api::complete(world, &api_request, response))
        }
        Err(error) => Err(error),
    };
    response.unwrap_or_else(|error| {
        let detail = format!("[Cannot write the state: {error}. The change is undone.]");
        Fault::new(500, "Operation Failed", detail).into_response()
    })
}

/// Executes a request on the world, brought up to the current time.
fn transact<T>(shared: &Shared, work: impl FnOnce(&mut World) -> T) -> std::io::Result<T> {
    let mut world = lock(&shared.world);
    api::advance(&mut world);
    world.transact(work)
}

/// Encodes a response in the representation and content coding that the request accepts.
pub(crate) fn encode_response(
    mut response: Response,
    request: &Request,
    shared: &Shared,
) -> hyper::Response<ResponseBody> {
    negotiate::encode_body(&mut response, request, &shared.schema);
    let Body::Bytes(mut body) = response.body else {
        return internal_error();
    };
    let mut builder = hyper::Response::builder().status(response.status);
    if !response.content_type.is_empty() {
        builder = builder.header("Content-Type", response.content_type);
    }
    for (name, value) in &response.headers {
        builder = builder.header(*name, value);
    }
    if let Some(smaller) = compress::gzip(request, response.content_type, &body) {
        builder = builder.header("Content-Encoding", "gzip");
        body = smaller;
    }
    if request.method == "HEAD" {
        builder = builder.header("Content-Length", body.len());
        body.clear();
    }
    builder
        .body(ResponseBody::whole(Bytes::from(body)))
        .unwrap_or_else(|_| internal_error())
}

fn internal_error() -> hyper::Response<ResponseBody> {
    let mut failed = hyper::Response::new(ResponseBody::default());
    *failed.status_mut() = hyper::StatusCode::INTERNAL_SERVER_ERROR;
    failed
}
