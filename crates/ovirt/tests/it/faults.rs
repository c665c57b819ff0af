//! What comes of every fault on the way, on the simulator with TLS and on raw sockets: the
//! kind of the error, what it says, that it shows no secret, and that nothing is done twice.

use std::error::Error as _;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use ovirt::types::{Cluster, Template, Vm};
use ovirt::{Connection, ConnectionBuilder, Error, Retries};
use ovirt_engine_sim::{Engine, Rule};
use socket2::SockRef;
use tokio::task::JoinSet;

use crate::server::{Answer, Identity, Server};

const TOKEN: &str = "hush-token";
const PASSWORD: &str = "hush-password";

/// Its name, where it tells kinds apart.
fn kind(error: &Error) -> &'static str {
    match error {
        Error::Auth(_) => "auth",
        Error::Connection(_) => "connection",
        Error::NotFound(_) => "not found",
        Error::Timeout(_) => "timeout",
        Error::Fault(_) => "fault",
        Error::Response(_) => "response",
        _ => "usage",
    }
}

#[track_caller]
fn check(error: &Error, expected: &str, words: &str) {
    assert_eq!(kind(error), expected, "{error}");
    assert!(error.to_string().contains(words), "{words}: {error}");
    let mut text = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!(" {cause} {cause:?}"));
        source = cause.source();
    }
    for secret in [TOKEN, PASSWORD] {
        assert!(!text.contains(secret), "{text}");
    }
}

fn quick() -> Retries {
    Retries::new(3).delay(Duration::from_millis(1), Duration::from_millis(2))
}

fn connect(engine: &Engine) -> ConnectionBuilder {
    Connection::builder(engine.url())
        .credentials(engine.username(), engine.password())
        .ca_pem(engine.ca_pem())
}

fn new_vm(name: &str) -> Vm {
    Vm::named(name)
        .cluster(Cluster::named("Default"))
        .template(Template::named("Blank"))
}

#[tokio::test]
async fn faults_of_an_engine_and_of_what_is_in_front_of_it() {
    let table = [
        (
            Rule::reset(),
            "connection",
            "closed the connection before responding",
            true,
        ),
        (
            Rule::hang_up(),
            "connection",
            "closed the connection before responding",
            true,
        ),
        (
            Rule::cut(100),
            "connection",
            "closed the connection before the end",
            true,
        ),
        (Rule::truncate(100), "response", "is corrupt", false),
        (Rule::status(500), "fault", "status 500", false),
        (Rule::status(502), "fault", "retry later", true),
        (Rule::status(503), "fault", "retry later", true),
        (Rule::status(504), "fault", "retry later", true),
        (Rule::status(404), "not found", "not found", false),
        (Rule::status(403), "auth", "denied permission", false),
        (
            Rule::fault(400, "Operation Failed", "[No.]"),
            "fault",
            "Operation Failed: No.",
            false,
        ),
        (
            Rule::slow(16, Duration::from_millis(20)),
            "timeout",
            "no complete answer",
            true,
        ),
        (
            Rule::delay(Duration::from_secs(60)),
            "timeout",
            "no complete answer",
            true,
        ),
    ];
    for (rule, expected, words, retryable) in table {
        let engine = Engine::builder().start().unwrap();
        let limit = if expected == "timeout" { 150 } else { 60_000 };
        let builder = connect(&engine).retries(quick());
        let connection = builder
            .timeout(Duration::from_millis(limit))
            .build()
            .unwrap();
        connection.authenticate().await.unwrap();
        let vms = connection.system_service().vms_service();
        engine.inject(rule.clone().operation("vms.list"));
        let error = vms.list().await.unwrap_err();
        check(&error, expected, words);
        assert_eq!(error.is_retryable(), retryable, "{error}");
        // What only reads was sent again, if there was hope and time.
        let tries = if retryable && expected != "timeout" {
            3
        } else {
            1
        };
        assert_eq!(engine.count("vms.list"), tries, "{rule:?}");
        // What changes something was not, even if the engine has done it.
        engine.inject(rule.clone().after_work().operation("vms.add"));
        let error = vms.add(new_vm("once")).await.unwrap_err();
        check(&error, expected, words);
        assert_eq!(engine.count("vms.add"), 1, "{rule:?}");
        engine.clear_rules();
        let found = vms.list().search("name=once").await.unwrap();
        assert!(found.len() <= 1, "{rule:?}");
    }
}

#[tokio::test]
async fn a_burst_of_failures_is_survived_by_what_reads() {
    let engine = Engine::builder().vms(3).start().unwrap();
    let connection = connect(&engine).retries(quick()).build().unwrap();
    connection.authenticate().await.unwrap();
    let vms = connection.system_service().vms_service();
    for rule in [Rule::status(503), Rule::reset(), Rule::cut(50)] {
        engine.inject(rule.times(2).operation("vms.list"));
        assert_eq!(vms.list().search("name=vm*").await.unwrap().len(), 3);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_ends_under_many_requests_costs_one_login() {
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

/// Does this to each connection, after it has read something of it.
fn raw(answer: impl Fn(TcpStream) + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    // It ends with the process: nothing depends on it after the test.
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 512]);
            answer(stream);
        }
    });
    port
}

/// Ends a connection as a machine does that knows nothing of it.
fn reset(stream: &TcpStream) {
    SockRef::from(stream)
        .set_linger(Some(Duration::ZERO))
        .unwrap();
}

#[tokio::test]
async fn connections_that_break_at_each_stage() {
    let begun = |beginning: &'static [u8]| {
        raw(move |mut stream| {
            let _ = stream.write_all(beginning);
            reset(&stream);
        })
    };
    let table = [
        ("https", begun(b""), "during the TLS handshake"),
        (
            "https",
            begun(b"\x16\x03\x03\x00\x7a\x02"),
            "during the TLS handshake",
        ),
        (
            "http",
            begun(b""),
            "closed the connection before responding",
        ),
        (
            "http",
            begun(b"HTTP/1.1 200 OK\r\nContent-Ty"),
            "closed the connection before responding",
        ),
        (
            "http",
            begun(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 9\r\n\r\n<vm",
            ),
            "closed the connection before the end",
        ),
        (
            "http",
            begun(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<vms>\r\n5"),
            "closed the connection before the end",
        ),
    ];
    for (scheme, port, words) in table {
        let url = format!("{scheme}://127.0.0.1:{port}/ovirt-engine/api");
        let builder = Connection::builder(url).token(TOKEN).insecure(true);
        let connection = builder.build().unwrap();
        let error = connection
            .system_service()
            .vms_service()
            .list()
            .await
            .unwrap_err();
        check(&error, "connection", words);
        assert!(error.is_retryable(), "{error}");
        assert_eq!(error.details().is_unsent(), scheme == "https", "{error}");
    }
}

#[tokio::test]
async fn a_black_hole_is_a_timeout_of_connecting_or_of_the_answer() {
    let silent = raw(std::mem::forget);
    for (scheme, words) in [
        ("https", "timed out after 100ms connecting to"),
        ("http", "no complete answer"),
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
        check(&error, "timeout", words);
    }
}

#[tokio::test]
async fn an_answer_that_drips_ends_at_the_time_limit() {
    let dripping = raw(|mut stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
        while stream.write_all(b" ").is_ok() {
            thread::sleep(Duration::from_millis(5));
        }
    });
    let url = format!("http://127.0.0.1:{dripping}/ovirt-engine/api");
    let builder = Connection::builder(url).token(TOKEN);
    let connection = builder.timeout(Duration::from_millis(100)).build().unwrap();
    check(
        &connection.test().await.unwrap_err(),
        "timeout",
        "no complete answer",
    );
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn compressed(body: Vec<u8>) -> Answer {
    let headers = vec![
        ("Content-Type", "application/xml".to_owned()),
        ("Content-Encoding", "gzip".to_owned()),
    ];
    Answer::Http(200, headers, body)
}

fn bytes(head: &str, body: &str) -> Answer {
    let text = format!("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n{head}\r\n\r\n{body}");
    Answer::Raw(text.into_bytes())
}

#[tokio::test]
async fn answers_that_are_not_what_they_should_be() {
    type Case = (fn() -> Answer, &'static str, &'static str);
    let table: [Case; 11] = [
        (
            || compressed(gzip("<vms/>")[..20].to_vec()),
            "response",
            "compressed response is corrupt",
        ),
        (
            || compressed(b"<vms/>".to_vec()),
            "response",
            "compressed response is corrupt",
        ),
        (
            || compressed([gzip("<vms/>"), b"more".to_vec()].concat()),
            "response",
            "is corrupt",
        ),
        (
            || bytes("Content-Length: 99", "<vms/>"),
            "connection",
            "closed the connection before the end",
        ),
        (
            || bytes("Content-Length: 3", "<vms/>"),
            "response",
            "can't be read",
        ),
        (
            || bytes("Content-Length: x", "<vms/>"),
            "response",
            "not valid HTTP",
        ),
        (
            || bytes(&format!("X: {}", "x".repeat(1 << 20)), ""),
            "response",
            "not valid HTTP",
        ),
        (
            || Answer::Raw(b"SSH-2.0-OpenSSH_9\r\n".to_vec()),
            "response",
            "not valid HTTP",
        ),
        (
            || Answer::typed(200, "application/json", "{}"),
            "response",
            "\"application/json\"",
        ),
        (
            || Answer::html(200, "<html><title>Portal</title></html>"),
            "response",
            "Portal",
        ),
        (|| Answer::empty(404), "not found", "not found"),
    ];
    let identity = Identity::new(&["127.0.0.1"]);
    for (answer, expected, words) in table {
        let server = Server::https(&identity, move |_| answer());
        let url = format!("https://127.0.0.1:{}/ovirt-engine/api", server.port());
        let builder = Connection::builder(url)
            .token(TOKEN)
            .ca_pem(&identity.ca_pem);
        let vms = builder.build().unwrap().system_service().vms_service();
        check(&vms.list().await.unwrap_err(), expected, words);
        let mut stream = vms.list().stream();
        let streamed = loop {
            match stream.next().await.unwrap() {
                Ok(_) => {}
                Err(error) => break error,
            }
        };
        check(&streamed, expected, words);
        check(&vms.add(Vm::named("a")).await.unwrap_err(), expected, words);
        let added = server.requests();
        assert_eq!(
            added
                .iter()
                .filter(|request| request.method == "POST")
                .count(),
            1
        );
    }
}

#[tokio::test]
async fn a_redirect_leads_nowhere_and_takes_no_credential_along() {
    let other = Server::http(|_| Answer::xml(200, "<vms/>"));
    let elsewhere = format!("http://127.0.0.1:{}/ovirt-engine/api/vms", other.port());
    for (status, place) in [
        (301, elsewhere.clone()),
        (302, "/ovirt-engine/api/vms".to_owned()),
        (307, elsewhere.clone()),
        (
            308,
            elsewhere.replace("127.0.0.1", "hush-password@127.0.0.1"),
        ),
    ] {
        let server = Server::http(move |_| {
            Answer::Http(status, vec![("Location", place.clone())], Vec::new())
        });
        let url = format!("http://127.0.0.1:{}/ovirt-engine/api", server.port());
        let builder = Connection::builder(url).token(TOKEN).retries(quick());
        let vms = builder.build().unwrap().system_service().vms_service();
        check(&vms.list().await.unwrap_err(), "response", "redirects");
        assert_eq!(server.requests().len(), 1);
    }
    assert!(other.requests().is_empty());
}
