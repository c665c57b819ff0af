//! Injected failures, on the simulator with TLS and on raw sockets: the resulting error contains no
//! secret, and nothing is done twice.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use ovirt::types::Vm;
use ovirt::{Connection, ConnectionBuilder, Error};
use ovirt_engine_sim::{Engine, Rule};
use socket2::SockRef;
use tokio::task::JoinSet;

use crate::support::server::{Identity, Response, Server};
use crate::support::{all_texts, gzip, new_vm, quick_retries, variant};

const TOKEN: &str = "hush-token";
const PASSWORD: &str = "hush-password";

/// Checks variant and text, and that no secret is in the text or in a source.
#[track_caller]
fn check(error: &Error, expected: &str, text: &str) {
    assert_eq!(variant(error), expected, "{error}");
    assert!(error.to_string().contains(text), "{text}: {error}");
    let all = all_texts(error);
    assert!(!all.contains(TOKEN) && !all.contains(PASSWORD), "{all}");
}

fn connect(engine: &Engine) -> ConnectionBuilder {
    Connection::builder(engine.url())
        .credentials(engine.username(), engine.password())
        .ca_pem(engine.ca_pem())
}

#[tokio::test]
async fn injected_failures_become_errors_and_nothing_is_done_twice() {
    let table = [
        (
            Rule::reset(),
            "Connection",
            "closed the connection before responding",
            true,
        ),
        (
            Rule::hang_up(),
            "Connection",
            "closed the connection before responding",
            true,
        ),
        (
            Rule::cut(100),
            "Connection",
            "closed the connection before the end",
            true,
        ),
        (Rule::truncate(100), "Response", "is corrupt", false),
        (Rule::status(500), "Fault", "status 500", false),
        (Rule::status(502), "Fault", "retry later", true),
        (Rule::status(503), "Fault", "retry later", true),
        (Rule::status(504), "Fault", "retry later", true),
        (Rule::status(404), "NotFound", "not found", false),
        (Rule::status(403), "Auth", "denied permission", false),
        (
            Rule::fault(400, "Operation Failed", "[No.]"),
            "Fault",
            "Operation Failed: No.",
            false,
        ),
        (
            Rule::slow(16, Duration::from_millis(20)),
            "Timeout",
            "no complete response",
            true,
        ),
        (
            Rule::delay(Duration::from_secs(60)),
            "Timeout",
            "no complete response",
            true,
        ),
    ];
    for (rule, expected, text, retryable) in table {
        let engine = Engine::builder().start().unwrap();
        let limit = if expected == "Timeout" { 150 } else { 60_000 };
        let builder = connect(&engine).retries(quick_retries(3));
        let connection = builder
            .timeout(Duration::from_millis(limit))
            .build()
            .unwrap();
        connection.authenticate().await.unwrap();
        let vms = connection.system_service().vms_service();
        engine.inject(rule.clone().operation("vms.list"));
        let error = vms.list().await.unwrap_err();
        check(&error, expected, text);
        assert_eq!(error.is_retryable(), retryable, "{error}");
        // Reading requests are retried within the timeout.
        let tries = if retryable && expected != "Timeout" {
            3
        } else {
            1
        };
        assert_eq!(engine.count("vms.list"), tries, "{rule:?}");
        // Changing requests are not, even if the engine has carried them out.
        engine.inject(rule.clone().after_work().operation("vms.add"));
        let error = vms.add(new_vm("once")).await.unwrap_err();
        check(&error, expected, text);
        assert_eq!(engine.count("vms.add"), 1, "{rule:?}");
        engine.clear_rules();
        let found = vms.list().search("name=once").await.unwrap();
        assert!(found.len() <= 1, "{rule:?}");
    }
}

#[tokio::test]
async fn reading_requests_survive_a_burst_of_failures() {
    let engine = Engine::builder().vms(3).start().unwrap();
    let connection = connect(&engine).retries(quick_retries(3)).build().unwrap();
    connection.authenticate().await.unwrap();
    let vms = connection.system_service().vms_service();
    for rule in [Rule::status(503), Rule::reset(), Rule::cut(50)] {
        engine.inject(rule.times(2).operation("vms.list"));
        assert_eq!(vms.list().search("name=vm*").await.unwrap().len(), 3);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn expired_token_of_many_requests_costs_one_login() {
    let engine = Engine::builder().start().unwrap();
    let connection = connect(&engine).build().unwrap();
    connection.test().await.unwrap();
    engine.expire_tokens();
    let mut tasks = JoinSet::new();
    for _ in 0..64 {
        let vms = connection.system_service().vms_service();
        tasks.spawn(async move { vms.list().max(1).await });
    }
    for outcome in tasks.join_all().await {
        outcome.unwrap();
    }
    let logins = engine.requests();
    let logins = logins
        .iter()
        .filter(|request| request.path.ends_with("/sso/oauth/token"));
    assert_eq!(logins.count(), 2);
}

/// A server that passes each connection to this function, after the first bytes of the request.
fn raw(respond: impl Fn(TcpStream) + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    // The thread ends with the process.
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 512]);
            respond(stream);
        }
    });
    port
}

/// Resets a connection (RST) when it is closed.
fn reset(stream: &TcpStream) {
    SockRef::from(stream)
        .set_linger(Some(Duration::ZERO))
        .unwrap();
}

#[tokio::test]
async fn connection_reset_at_each_stage_is_a_connection_error() {
    let after = |start: &'static [u8]| {
        raw(move |mut stream| {
            let _ = stream.write_all(start);
            reset(&stream);
        })
    };
    let table = [
        ("https", after(b""), "during the TLS handshake"),
        (
            "https",
            after(b"\x16\x03\x03\x00\x7a\x02"),
            "during the TLS handshake",
        ),
        (
            "http",
            after(b""),
            "closed the connection before responding",
        ),
        (
            "http",
            after(b"HTTP/1.1 200 OK\r\nContent-Ty"),
            "closed the connection before responding",
        ),
        (
            "http",
            after(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 9\r\n\r\n<vm",
            ),
            "closed the connection before the end",
        ),
        (
            "http",
            after(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<vms>\r\n5"),
            "closed the connection before the end",
        ),
    ];
    for (scheme, port, text) in table {
        let url = format!("{scheme}://127.0.0.1:{port}/ovirt-engine/api");
        let builder = Connection::builder(url).token(TOKEN).insecure(true);
        let connection = builder.build().unwrap();
        let error = connection
            .system_service()
            .vms_service()
            .list()
            .await
            .unwrap_err();
        check(&error, "Connection", text);
        assert!(error.is_retryable(), "{error}");
        assert_eq!(error.details().is_unsent(), scheme == "https", "{error}");
    }
}

#[tokio::test]
async fn silent_server_is_a_connect_timeout_or_a_response_timeout() {
    let silent = raw(std::mem::forget);
    for (scheme, text) in [
        ("https", "timed out after 100ms connecting to"),
        ("http", "no complete response"),
    ] {
        let url = format!("{scheme}://127.0.0.1:{silent}/ovirt-engine/api");
        let builder = Connection::builder(url).token(TOKEN).insecure(true);
        let limit = Duration::from_millis(100);
        let connection = builder
            .connect_timeout(limit)
            .timeout(limit * 3)
            .build()
            .unwrap();
        let error = connection.test().await.unwrap_err();
        check(&error, "Timeout", text);
    }
}

#[tokio::test]
async fn slow_response_ends_at_the_timeout() {
    let slow = raw(|mut stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
        while stream.write_all(b" ").is_ok() {
            thread::sleep(Duration::from_millis(5));
        }
    });
    let url = format!("http://127.0.0.1:{slow}/ovirt-engine/api");
    let builder = Connection::builder(url).token(TOKEN);
    let connection = builder.timeout(Duration::from_millis(100)).build().unwrap();
    check(
        &connection.test().await.unwrap_err(),
        "Timeout",
        "no complete response",
    );
}

fn raw_response(head: &str, body: &str) -> Response {
    let text = format!("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n{head}\r\n\r\n{body}");
    Response::Raw(text.into_bytes())
}

#[tokio::test]
async fn invalid_responses_become_errors_of_lists_streams_and_additions() {
    type Case = (fn() -> Response, &'static str, &'static str);
    let table: [Case; 11] = [
        (
            || Response::compressed(200, gzip("<vms/>")[..20].to_vec()),
            "Response",
            "compressed response is corrupt",
        ),
        (
            || Response::compressed(200, b"<vms/>".to_vec()),
            "Response",
            "compressed response is corrupt",
        ),
        (
            || Response::compressed(200, [gzip("<vms/>"), b"more".to_vec()].concat()),
            "Response",
            "is corrupt",
        ),
        (
            || raw_response("Content-Length: 99", "<vms/>"),
            "Connection",
            "closed the connection before the end",
        ),
        (
            || raw_response("Content-Length: 3", "<vms/>"),
            "Response",
            "cannot be decoded",
        ),
        (
            || raw_response("Content-Length: x", "<vms/>"),
            "Response",
            "not valid HTTP",
        ),
        (
            || raw_response(&format!("X: {}", "x".repeat(1 << 20)), ""),
            "Response",
            "not valid HTTP",
        ),
        (
            || Response::Raw(b"SSH-2.0-OpenSSH_9\r\n".to_vec()),
            "Response",
            "not valid HTTP",
        ),
        (
            || Response::typed(200, "application/json", "{}"),
            "Response",
            "\"application/json\"",
        ),
        (
            || Response::html(200, "<html><title>Portal</title></html>"),
            "Response",
            "Portal",
        ),
        (|| Response::empty(404), "NotFound", "not found"),
    ];
    let identity = Identity::new(&["127.0.0.1"]);
    for (response, expected, text) in table {
        let server = Server::https(&identity, move |_| response());
        let builder = server.builder().token(TOKEN).ca_pem(&identity.ca_pem);
        let vms = builder.build().unwrap().system_service().vms_service();
        check(&vms.list().await.unwrap_err(), expected, text);
        let mut stream = vms.list().stream();
        let streamed = loop {
            match stream.next().await.unwrap() {
                Ok(_) => {}
                Err(error) => break error,
            }
        };
        check(&streamed, expected, text);
        check(&vms.add(Vm::named("a")).await.unwrap_err(), expected, text);
        let requests = server.requests();
        assert_eq!(
            requests
                .iter()
                .filter(|request| request.method == "POST")
                .count(),
            1
        );
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let other = Server::http(|_| Response::xml(200, "<vms/>"));
    let elsewhere = format!("{}/vms", other.url_at("127.0.0.1"));
    for (status, location) in [
        (301, elsewhere.clone()),
        (302, "/ovirt-engine/api/vms".to_owned()),
        (307, elsewhere.clone()),
        (
            308,
            elsewhere.replace("127.0.0.1", "hush-password@127.0.0.1"),
        ),
    ] {
        let server = Server::http(move |_| Response::header(status, "Location", location.clone()));
        let builder = server.builder().token(TOKEN).retries(quick_retries(3));
        let vms = builder.build().unwrap().system_service().vms_service();
        check(&vms.list().await.unwrap_err(), "Response", "redirects");
        assert_eq!(server.requests().len(), 1);
    }
    assert!(other.requests().is_empty());
}
