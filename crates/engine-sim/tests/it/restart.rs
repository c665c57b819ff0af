//! Restarts of the engine: what each phase answers, and what survives.

use std::io::Read as _;
use std::net::TcpStream;
use std::time::Duration;

use ovirt_engine_sim::{Engine, Phase, Restart, Rule};

use crate::client::{Client, engine, send};

const TOKEN: &str = "/ovirt-engine/sso/oauth/token";

/// Waits for the end of a restart.
fn wait_until_running(engine: &Engine) {
    while engine.phase() != Phase::Running {
        std::thread::yield_now();
    }
}

fn proxied() -> Engine {
    let brief = Duration::from_millis(1);
    let restart = Restart::new()
        .stopping(brief)
        .stopped(brief)
        .starting(brief);
    let builder = Engine::builder().plain(true).restarts(restart.proxy(true));
    builder.start().expect("the engine starts")
}

#[test]
fn a_stopping_engine_answers_pages_of_the_application_server() {
    let engine = engine();
    let client = Client::new(&engine);
    engine.enter(Phase::Stopping);
    let api = client.get("/vms");
    assert_eq!(api.status, 404);
    assert!(
        api.header("Content-Type")
            .is_some_and(|own| own.starts_with("text/html"))
    );
    assert!(api.body.contains("Not Found"), "{}", api.body);
    let login = send(&engine, "POST", TOKEN, &[], "");
    assert_eq!(login.status, 503);
    assert!(login.body.contains("<html>"), "{}", login.body);
}

#[test]
fn a_stopping_engine_cannot_check_passwords() {
    let engine = engine();
    engine.enter(Phase::Stopping);
    let basic = [("Authorization", "Basic YWRtaW5AaW50ZXJuYWw6eA==")];
    let refused = send(&engine, "GET", "/ovirt-engine/api/vms", &basic, "");
    assert_eq!(refused.status, 401);
    let text = "server_error: Connection pool shut down";
    assert!(refused.body.contains(text), "{}", refused.body);
}

#[test]
fn a_stopped_engine_refuses_connections_and_closes_open_ones() {
    let engine = engine();
    let mut open = TcpStream::connect(engine.address()).expect("it listens");
    engine.enter(Phase::Stopped);
    let refused = TcpStream::connect(engine.address()).expect_err("nothing listens");
    assert_eq!(refused.kind(), std::io::ErrorKind::ConnectionRefused);
    assert!(matches!(open.read(&mut [0; 1]), Ok(0) | Err(_)));
}

#[test]
fn a_starting_engine_holds_requests() {
    let engine = engine();
    let client = Client::new(&engine);
    let tag = client.post("/tags", "<tag><name>kept</name></tag>");
    assert_eq!(tag.status, 201);
    engine.enter(Phase::Stopped);
    engine.enter(Phase::Starting);
    engine.clear_requests();
    std::thread::scope(|scope| {
        let held = scope.spawn(|| client.get("/tags"));
        assert!(engine.wait_for_requests(1, Duration::from_secs(60)));
        assert!(!held.is_finished());
        engine.enter(Phase::Running);
        // The token is forgotten.
        assert_eq!(held.join().expect("no panic").status, 401);
    });
    let tags = Client::new(&engine).get("/tags");
    assert!(tags.body.contains("<name>kept</name>"), "{}", tags.body);
}

#[test]
fn a_proxy_answers_while_the_engine_is_stopped() {
    let engine = proxied();
    let client = Client::new(&engine);
    let slow = engine.inject(Rule::delay(Duration::from_secs(600)));
    engine.clear_requests();
    std::thread::scope(|scope| {
        let running = scope.spawn(|| client.get("/vms"));
        assert!(engine.wait_for_requests(1, Duration::from_secs(60)));
        while slow.hits() == 0 {
            std::thread::yield_now();
        }
        engine.enter(Phase::Stopped);
        let cut = running.join().expect("no panic");
        assert_eq!(cut.status, 502);
        assert!(cut.body.contains("502 Proxy Error"), "{}", cut.body);
    });
    let refused = client.get("/vms");
    assert_eq!(refused.status, 503);
    assert!(
        refused.body.contains("503 Service Unavailable"),
        "{}",
        refused.body
    );
}

#[test]
fn tokens_do_not_survive_a_restart() {
    let engine = proxied();
    let client = Client::new(&engine);
    engine.restart();
    wait_until_running(&engine);
    assert_eq!(client.get("/vms").status, 401);
    assert_eq!(Client::new(&engine).get("/vms").status, 200);
}

#[test]
fn a_rule_restarts_the_engine() {
    let engine = proxied();
    let client = Client::new(&engine);
    let rule = "restart:operation=vms.add:times=1".parse().expect("a rule");
    let rule = engine.inject(rule);
    assert_eq!(client.get("/vms").status, 200);
    let new = "<vm><name>new</name><cluster><name>Default</name></cluster>\
               <template><name>Blank</name></template></vm>";
    assert_eq!(client.post("/vms", new).status, 404);
    assert_eq!(rule.hits(), 1);
    // Without a token after the restart, the requests before it get other errors.
    while client.get("/vms").status != 401 {}
    wait_until_running(&engine);
    let vms = Client::new(&engine).get("/vms").body;
    assert!(!vms.contains("<name>new</name>"), "{vms}");
}
