//! Fault injection: the effects of rules on requests and responses, on raw sockets.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use ovirt_engine_sim::{Engine, Rule};

use crate::client::{Client, Response, engine};

const API: &str = "/ovirt-engine/api";

/// All bytes of the response, and whether the connection was reset.
fn raw(engine: &Engine, client: &Client<'_>, method: &str, path: &str) -> (String, bool) {
    let server = engine.url().trim_start_matches("http://");
    let server = server.split('/').next().expect("a server");
    let mut stream = TcpStream::connect(server).expect("the engine listens");
    let request = format!(
        "{method} {API}{path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n\
         Authorization: Bearer {}\r\nContent-Length: 0\r\n\r\n",
        client.token()
    );
    stream.write_all(request.as_bytes()).expect("sent");
    let mut bytes = Vec::new();
    let reset = match stream.read_to_end(&mut bytes) {
        Ok(_) => false,
        Err(error) if error.kind() == ErrorKind::ConnectionReset => true,
        Err(error) => panic!("{error}"),
    };
    (String::from_utf8_lossy(&bytes).into_owned(), reset)
}

fn statuses(client: &Client<'_>, path: &str, requests: usize) -> Vec<u16> {
    (0..requests).map(|_| client.get(path).status).collect()
}

/// The ID of the stopped VM in a new inventory.
fn down_vm(client: &Client<'_>) -> String {
    let list = client.get("/vms?search=status%3Ddown");
    let start = list.body.find("<vm href=\"").expect("a machine");
    let tag = &list.body[start..];
    tag.split(" id=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("its id")
        .to_owned()
}

#[test]
fn a_rule_limits_how_often_it_applies() {
    let engine = engine();
    let client = Client::new(&engine);
    let rule = engine.inject(Rule::status(503).path("vms").skip(1).each(2).times(2));
    assert_eq!(
        statuses(&client, "/vms", 7),
        [200, 200, 503, 200, 503, 200, 200]
    );
    assert_eq!(client.get("/hosts").status, 200);
    assert_eq!(rule.hits(), 2);

    let always = engine.inject(Rule::status(500));
    assert_eq!(client.get("/vms").status, 500);
    always.remove();
    assert_eq!(client.get("/vms").status, 200);
    engine.inject(Rule::status(500));
    engine.clear_rules();
    assert_eq!(client.get("/vms").status, 200);
}

#[test]
fn probabilities_are_reproducible_by_seed() {
    let outcome = |seed| {
        let engine = Engine::builder()
            .plain(true)
            .seed(seed)
            .rule(Rule::status(502).probability(0.3))
            .start()
            .expect("the engine starts");
        let client = Client::new(&engine);
        statuses(&client, "/tags", 60)
    };
    let first = outcome(5);
    assert_eq!(first, outcome(5));
    assert_ne!(first, outcome(6));
    assert!(first.contains(&502) && first.contains(&200), "{first:?}");
}

#[test]
fn a_rule_selects_an_operation_or_an_object() {
    let engine = engine();
    let client = Client::new(&engine);
    let id = down_vm(&client);
    let table: [(Rule, &str, &str, bool); 10] = [
        (
            Rule::status(503).operation("vm.start"),
            "POST",
            "/vms/ID/start",
            true,
        ),
        (
            Rule::status(503).operation("vm.start"),
            "POST",
            "/vms/ID/stop",
            false,
        ),
        (Rule::status(503).operation("vms.list"), "GET", "/vms", true),
        (
            Rule::status(503).operation("vms.list"),
            "GET",
            "/v4/vms;max=1",
            true,
        ),
        (
            Rule::status(503).operation("vms.list"),
            "GET",
            "/vms/ID",
            false,
        ),
        (Rule::status(503).operation("*.get"), "GET", "/vms/ID", true),
        (
            Rule::status(503).object("vm-0"),
            "GET",
            "/vms/ID/nics",
            false,
        ),
        (Rule::status(503).object(&*id), "GET", "/vms/ID/nics", true),
        (Rule::status(503).object(&*id), "GET", "/vms", false),
        (Rule::status(503).method("delete"), "DELETE", "/vms/x", true),
    ];
    for (rule, method, path, hit) in table {
        let shown = format!("{rule:?} {method} {path}");
        let rule = engine.inject(rule);
        let path = path.replace("ID", &id);
        client.send(
            method,
            &path,
            if method == "POST" { "<action/>" } else { "" },
        );
        assert_eq!(rule.hits() == 1, hit, "{shown}");
        rule.remove();
    }
    let name = client.get(&format!("/vms/{id}")).text("name").to_owned();
    let rule = engine.inject(Rule::status(503).object(name));
    assert_eq!(client.get(&format!("/vms/{id}/nics")).status, 503);
    assert_eq!(rule.hits(), 1);
}

#[test]
fn an_injected_fault_has_the_format_of_the_engine() {
    let engine = engine();
    let client = Client::new(&engine);
    let id = down_vm(&client);
    let start = format!("/vms/{id}/start");
    engine.inject(
        Rule::fault(409, "Operation Failed", "[Cannot run VM: busy.]").operation("vm.start"),
    );
    let response = client.post(&start, "<action/>");
    assert_eq!(
        (response.status, response.text("fault.detail")),
        (409, "[Cannot run VM: busy.]")
    );
    assert!(response.body.contains("<action>"), "{}", response.body);
    assert_eq!(client.get(&format!("/vms/{id}")).text("status"), "down");
    engine.clear_rules();

    engine.inject(Rule::locked().object(&*id).times(1));
    assert_eq!(
        client.get(&format!("/vms/{id}")).status,
        200,
        "reading goes on"
    );
    let refused = client.post(&start, "<action/>");
    assert_eq!(refused.status, 409);
    assert!(
        refused
            .text("fault.detail")
            .contains("Related operation is currently in progress")
    );
    assert_eq!(client.post(&start, "<action/>").status, 200);
}

#[test]
fn a_response_can_be_lost_before_or_after_execution() {
    let engine = engine();
    let client = Client::new(&engine);
    let count = || client.get("/tags").body.matches("<tag ").count();
    let before = count();
    let add = |name: &str| {
        engine.inject(format!("{name}:method=POST").parse().expect("a rule"));
        let server = engine.url().trim_start_matches("http://");
        let mut stream = TcpStream::connect(server.split('/').next().unwrap()).unwrap();
        let body = "<tag><name>lost</name></tag>";
        let request = format!(
            "POST {API}/tags HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/xml\r\nContent-Length: {}\r\n\r\n{body}",
            client.token(),
            body.len()
        );
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        let ended = stream.read_to_end(&mut bytes).map_err(|error| error.kind());
        assert_eq!(bytes, b"", "{name}");
        engine.clear_rules();
        ended
    };
    assert_eq!(add("reset"), Err(ErrorKind::ConnectionReset));
    assert_eq!(add("hang-up"), Ok(0));
    assert_eq!(count(), before);
    assert_eq!(add("reset:after-work"), Err(ErrorKind::ConnectionReset));
    assert_eq!(count(), before + 1);
}

#[test]
fn bodies_can_be_truncated_and_corrupted() {
    let engine = engine();
    let client = Client::new(&engine);
    let (whole, _) = raw(&engine, &client, "GET", "/vms");
    let (_, document) = whole.split_once("\r\n\r\n").expect("an response");

    for (rule, length) in [
        (Rule::cut(10), 10),
        (Rule::cut(1 << 20), document.len() - 1),
    ] {
        engine.inject(rule);
        let (cut, reset) = raw(&engine, &client, "GET", "/vms");
        let (head, body) = cut.split_once("\r\n\r\n").expect("an response");
        assert_eq!(body, &document[..length]);
        assert!(
            head.contains(&format!("content-length: {}", document.len())),
            "{head}"
        );
        assert!(!reset, "cut short, not reset");
        engine.clear_rules();
    }

    engine.inject(Rule::truncate(50));
    assert_eq!(client.get("/vms").body, document[..50]);
    engine.clear_rules();

    engine.inject(Rule::corrupt());
    let corrupted: Response = client.get("/vms");
    assert_eq!(corrupted.body.len(), document.len());
    assert!(corrupted.body.contains('\u{1}'));
    engine.clear_rules();

    engine.inject(Rule::slow(200, Duration::from_millis(2)));
    let begun = Instant::now();
    assert_eq!(client.get("/vms").body, document);
    assert!(begun.elapsed() >= Duration::from_millis(2) * (document.len() / 200) as u32);
}

#[test]
fn delays_add_up_until_a_deciding_rule() {
    let ms = Duration::from_millis;
    let engine = Engine::builder()
        .plain(true)
        .latency(ms(10), ms(2))
        .start()
        .expect("the engine starts");
    let client = Client::new(&engine);
    engine.inject(Rule::delay(ms(5)).path("/**"));
    engine.inject(Rule::status(429).with_header("Retry-After", "2"));
    let begun = Instant::now();
    let response = client.get("/vms");
    assert_eq!(
        (response.status, response.header("Retry-After")),
        (429, Some("2"))
    );
    assert!(begun.elapsed() >= ms(13));
}

#[test]
fn a_rule_can_expire_tokens() {
    let engine = engine();
    let client = Client::new(&engine);
    engine.inject("expire-tokens:skip=2:times=1".parse().expect("a rule"));
    assert_eq!(statuses(&client, "/vms", 4), [200, 200, 401, 401]);
    assert_eq!(Client::new(&engine).get("/vms").status, 200);
}

#[test]
fn a_rule_can_be_limited_to_a_time_window() {
    let engine = engine();
    let client = Client::new(&engine);
    let day = Duration::from_secs(86_400);
    let open = engine.inject(Rule::status(503).lasting(day));
    assert_eq!(client.get("/vms").status, 503);
    open.remove();
    engine.inject(Rule::status(503).lasting(Duration::ZERO).every(day));
    assert_eq!(client.get("/vms").status, 200);
}
