//! What damaged, huge and unusual requests cannot do: stop the engine, or store what it cannot
//! return.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::client::{Client, engine};

/// Sends the head of an addition of a tag with extra headers, then what is there of its body, and
/// ends. Returns the status code.
fn send_incomplete(client: &Client<'_>, engine: &Engine, headers: &str, body: &str) -> String {
    let server = engine.address();
    let mut stream = TcpStream::connect(server).expect("it listens");
    let limit = Some(Duration::from_secs(20));
    stream.set_read_timeout(limit).expect("timeout set");
    let request = format!(
        "POST /ovirt-engine/api/tags HTTP/1.1\r\nHost: {server}\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/xml\r\n{headers}\r\n\r\n{body}",
        client.token()
    );
    stream.write_all(request.as_bytes()).expect("sent");
    stream.shutdown(Shutdown::Write).expect("ended");
    let mut response = Vec::new();
    let _ = stream.read_to_end(&mut response);
    let text = String::from_utf8_lossy(&response).into_owned();
    text.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn malformed_bodies_are_refused_and_store_nothing() {
    let engine = engine();
    let client = Client::new(&engine);
    let before = client.get("/tags").body;
    let deep = format!("{}{}", "<tag>".repeat(50_000), "</tag>".repeat(50_000));
    for body in [
        "<tag><name>a\u{1}b</name></tag>",
        "<tag><name>a\0b</name></tag>",
        "<tag><name>a&#1;b</name></tag>",
        "<tag><name>a\u{ffff}b</name></tag>",
        "<tag><name>a</name></tag><tag><name>b</name></tag>",
        "<tag><name>a</name></tag>b",
        "<tag><name>a</name>",
        "a",
        &deep,
    ] {
        let response = client.post("/tags", body);
        let start = &body[..body.len().min(60)];
        assert_eq!(response.status, 400, "{start:?}: {}", response.body);
    }
    let json = [("Content-Type", "application/json")];
    let deep = "{\"parent\":".repeat(50_000);
    for body in [
        r#"{"name":"a\u0000b"}"#,
        r#"{"name":"\ud800"}"#,
        "null",
        &deep,
    ] {
        let response = client.send_with("POST", "/tags", &json, body);
        assert_eq!(response.status, 400, "{}", response.body);
    }
    assert_eq!(client.get("/tags").body, before);
    // Comments and white space may follow.
    let body = "<tag><name>fine\ttext</name></tag>\n<!-- end -->\n";
    assert_eq!(client.post("/tags", body).status, 201);
}

#[test]
fn incomplete_bodies_are_bad_requests() {
    let engine = engine();
    let client = Client::new(&engine);
    let tag = "<tag><name>incomplete</name></tag>";
    for (headers, body) in [
        ("Content-Length: 1000", tag),
        ("Transfer-Encoding: chunked", "zz\r\nhello"),
    ] {
        let answered = send_incomplete(&client, &engine, headers, body);
        assert_eq!(answered, "400", "{headers}");
    }
    assert!(!client.get("/tags").body.contains("incomplete"));
}

#[test]
fn followed_links_share_the_start_of_their_paths() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = format!("/vms/{}", client.first("vms"));
    let followed = |paths: &str| client.get(&format!("{vm}?follow={paths}"));
    let body = followed("nics.vm.cluster,nics.vnic_profile,nics.vm.snapshots,nics").body;
    assert_eq!(body.matches("<nic ").count(), 1, "{body}");
    for text in ["The default server cluster", "<snapshot ", "<pass_through>"] {
        assert!(body.contains(text), "{text} in {body}");
    }
    // The same path many times is followed once, and no path leads further than is useful.
    let path = ["nics.vm"; 4].join(".");
    let many = [path.as_str(); 40].join(",");
    assert_eq!(followed(&many).body, followed(&path).body);
    assert_eq!(followed(&["nics.vm"; 100].join(".")).status, 500);
}
