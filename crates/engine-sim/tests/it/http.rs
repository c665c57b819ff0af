//! HTTP: representations, versions, headers and methods.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use ovirt_engine_sim::Engine;
use serde_json::{Value, json};

use crate::client::{Client, Response, engine, send};

const JSON: (&str, &str) = ("Accept", "application/json");
const JSON_BODY: (&str, &str) = ("Content-Type", "application/json");
const XML_BODY: (&str, &str) = ("Content-Type", "application/xml");

fn value(response: &Response) -> Value {
    assert_eq!(response.header("Content-Type"), Some("application/json"));
    serde_json::from_slice(&response.bytes).expect("JSON")
}

#[test]
fn objects_and_lists_are_json_on_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let list = value(&client.send_with("GET", "/vms", &[JSON], ""));
    let vm = &list["vm"][0];
    assert!(
        vm["memory"]
            .as_str()
            .is_some_and(|text| text.parse::<u64>().is_ok())
    );
    assert_eq!(vm["delete_protected"], "false");
    assert!(vm["creation_time"].is_i64(), "{vm}");
    assert!(vm["link"].is_array() && vm["actions"]["link"].is_array());
    let path = format!("/vms/{}", vm["id"].as_str().expect("an id"));
    // Only the header counts.
    let accept = [("Accept", "application/xml")];
    let xml = client.send_with(
        "GET",
        &format!("{path}?accept=application/json"),
        &accept,
        "",
    );
    assert!(xml.body.starts_with("<?xml"), "{}", xml.body);
    let one = client.send_with("GET", &path, &[JSON], "");
    assert_eq!(value(&one)["name"], vm["name"]);
    let nothing = value(&client.send_with("GET", "/vms?search=name=no", &[JSON], ""));
    assert_eq!(nothing, json!({}));
    let refused = client.send_with("POST", "/tags", &[JSON, JSON_BODY], "{}");
    assert_eq!(refused.status, 400);
    assert_eq!(value(&refused)["reason"], "Input validation failed.");
    assert_eq!(
        client
            .send_with("GET", "/vms", &[("Accept", "image/png")], "")
            .status,
        406
    );
}

#[test]
fn request_bodies_can_be_json_independent_of_the_response() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = json!({
        "name": "web1", "memory": 1_i64 << 30, "delete_protected": true,
        "cluster": {"name": "Default"}, "template": {"name": "Blank"},
        "os": {"boot": {"devices": {"device": ["network", "hd"]}}},
    });
    let added = client.send_with("POST", "/vms", &[JSON_BODY], &vm.to_string());
    assert_eq!(added.status, 201, "{}", added.body);
    assert_eq!(added.text("memory"), "1073741824");
    let path = format!("/vms/{}", added.id());
    let change = json!({"delete_protected": "false", "memory": "2147483648"});
    let changed = client.send_with("PUT", &path, &[JSON_BODY, JSON], &change.to_string());
    assert_eq!(value(&changed)["memory"], "2147483648");
    assert_eq!(
        value(&changed)["os"]["boot"]["devices"]["device"],
        json!(["network", "hd"])
    );
    client.post(&format!("{path}/nics"), "<nic><name>nic1</name></nic>");
    let started = client.send_with("POST", &format!("{path}/start"), &[JSON_BODY, JSON], "{}");
    assert_eq!(value(&started)["status"], "complete");
    for (body, status) in [
        ("{\"nonsense\":1}", 400),
        ("[]", 400),
        ("<vm/>", 400),
        ("", 500),
    ] {
        let response = client.send_with("PUT", &path, &[JSON_BODY], body);
        assert_eq!(response.status, status, "{body}: {}", response.body);
    }
    for headers in [&[][..], &[("Content-Type", "text/plain")]] {
        let response = client.send_with("POST", "/vms", headers, "<vm/>");
        assert_eq!(response.status, 415, "{headers:?}");
    }
}

#[test]
fn the_version_is_in_the_path_or_in_a_header() {
    let engine = engine();
    let client = Client::new(&engine);
    let of = |path: &str, version: &str| client.send_with("GET", path, &[("Version", version)], "");
    assert!(
        client
            .get("/v4/vms")
            .body
            .contains("href=\"/ovirt-engine/api/v4/vms/")
    );
    assert!(
        of("/vms", "4")
            .body
            .contains("href=\"/ovirt-engine/api/vms/")
    );
    // The version in the path takes precedence.
    assert_eq!(of("/v4/vms", "5").status, 200);
    for response in [client.get("/v5/vms"), of("/vms", "5")] {
        assert_eq!(response.status, 400);
        assert!(
            response
                .header("Content-Type")
                .is_some_and(|kind| kind.starts_with("text/html"))
        );
    }
    assert_eq!(client.get("/v3/vms").status, 405);
    assert_eq!(
        send(&engine, "GET", "/ovirt-engine/api/v5", &[], "").status,
        401
    );
}

#[test]
fn responses_are_compressed_on_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let plain = client.get("/templates");
    assert_eq!(plain.header("Content-Encoding"), None);
    for accepted in ["gzip", "deflate, gzip;q=0.5, br"] {
        let smaller = client.send_with("GET", "/templates", &[("Accept-Encoding", accepted)], "");
        assert_eq!(smaller.header("Content-Encoding"), Some("gzip"));
        let mut text = String::new();
        flate2::read::GzDecoder::new(smaller.bytes.as_slice())
            .read_to_string(&mut text)
            .expect("gzip");
        assert_eq!(text, plain.body);
    }
    for accepted in ["identity", "gzip;q=0", "br"] {
        let response = client.send_with("GET", "/templates", &[("Accept-Encoding", accepted)], "");
        assert_eq!(response.header("Content-Encoding"), None, "{accepted}");
    }
}

#[test]
fn head_and_options_describe_a_resource() {
    let engine = engine();
    let client = Client::new(&engine);
    let root = client.send("HEAD", "", "");
    assert_eq!((root.status, root.bytes.len()), (200, 0));
    let links = root.header("Link").expect("links");
    assert!(
        links.contains(">; rel=vms,") && links.contains("; rel=vms/search"),
        "{links}"
    );
    let length = client.get("/vms").bytes.len().to_string();
    let head = client.send("HEAD", "/vms", "");
    assert_eq!(head.header("Content-Length"), Some(length.as_str()));
    assert!(head.bytes.is_empty());
    let vm = client.first("vms");
    for (path, allowed) in [
        ("/vms".to_owned(), "HEAD, POST, GET, OPTIONS"),
        (format!("/vms/{vm}"), "HEAD, DELETE, GET, OPTIONS, PUT"),
        (format!("/vms/{vm}/start"), "POST, OPTIONS"),
    ] {
        let response = client.send("OPTIONS", &path, "");
        assert_eq!(response.header("Allow"), Some(allowed), "{path}");
    }
    assert_eq!(client.send("DELETE", "/vms", "").status, 405);
    assert_eq!(client.send("PATCH", &format!("/vms/{vm}"), "").status, 405);
}

#[test]
fn a_read_does_not_wait_for_its_body() {
    let engine = engine();
    let client = Client::new(&engine);
    let server = engine.address();
    let mut stream = TcpStream::connect(server).expect("the engine listens");
    let brief = Some(Duration::from_secs(20));
    stream.set_read_timeout(brief).expect("timeout set");
    let head = format!(
        "GET /ovirt-engine/api/vms HTTP/1.1\r\nHost: {server}\r\nAuthorization: Bearer {}\r\n\
         Content-Length: 17\r\n\r\n",
        client.token()
    );
    stream.write_all(head.as_bytes()).expect("request sent");
    let mut status = [0; 15];
    stream.read_exact(&mut status).expect("a response");
    assert_eq!(&status, b"HTTP/1.1 200 OK");
}

#[test]
fn parameters_are_accepted_in_query_path_and_headers() {
    let engine = engine();
    let client = Client::new(&engine);
    for path in [
        "/vms?max=1",
        "/vms;max=1",
        "/vms;max=1?max=x1",
        "/v4/vms;max=1",
    ] {
        let response = client.get(path);
        let count = response.body.matches("<vm ").count();
        // The query takes precedence, and an invalid number counts as absent.
        assert_eq!(count, if path.contains("x1") { 2 } else { 1 }, "{path}");
    }
    let id = |response: &Response| response.header("Correlation-Id").map(str::to_owned);
    assert_eq!(
        id(&client.get("/vms?correlation_id=a-1!")).as_deref(),
        Some("a-1")
    );
    let headers = [("Correlation-Id", "b_2")];
    let response = client.send_with("GET", "/vms", &headers, "");
    assert_eq!(id(&response).as_deref(), Some("b_2"));
    assert!(id(&client.get("/vms")).is_some_and(|id| id.len() == 36));
}

#[test]
fn all_content_is_returned_on_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.first("vms");
    let path = format!("/vms/{vm}");
    assert!(!client.get(&path).body.contains("<virtio_scsi>"));
    for response in [
        client.get(&format!("{path}?all_content=true")),
        client.get(&format!("{path};all_content")),
        client.send_with("GET", &path, &[("All-Content", "true")], ""),
        // Responses to changes include it.
        client.send("PUT", &path, "<vm/>"),
    ] {
        assert!(response.body.contains("<virtio_scsi>"), "{}", response.body);
    }
}

#[test]
fn details_add_sub_collections_on_request() {
    let engine = engine();
    let client = Client::new(&engine);
    let detail = |accept: &str| {
        client
            .send_with("GET", "/vms", &[("Accept", accept)], "")
            .body
    };
    let sized = detail("application/xml; detail=main+size");
    assert!(sized.contains("<size>2</size>") && sized.contains("<vm "));
    let alone = client.get("/vms?detail=-main%2Bsize").body;
    assert!(
        alone.contains("<size>2</size>") && !alone.contains("<vm "),
        "{alone}"
    );
    let statistics = detail("application/xml; detail=statistics");
    assert!(statistics.contains("<statistics>") && statistics.contains("memory.installed"));
    assert!(!detail("application/xml").contains("<statistics>"));
}

/// A simulator whose tasks take longer than a request, but not long.
fn slow() -> Engine {
    let builder = Engine::builder().plain(true).seed(7);
    builder
        .life_cycle(Duration::from_millis(150))
        .start()
        .expect("an engine")
}

#[test]
fn synchronous_requests_return_the_finished_object() {
    let engine = slow();
    let client = Client::new(&engine);
    let source = client.get("/vms?search=name%3Dvm2").id();
    let template = format!("<template><name>golden</name><vm id=\"{source}\"/></template>");
    let template = client.post("/templates", &template).id();
    client.wait_for(&format!("/templates/{template}"), "status", "ok");
    let vm = |name: &str| {
        format!(
            "<vm><name>{name}</name><cluster><name>Default</name></cluster>\
             <template id=\"{template}\"/></vm>"
        )
    };
    let added = client.post("/vms", &vm("begun"));
    assert_eq!((added.status, added.text("status")), (202, "image_locked"));
    assert_eq!(added.text("creation_status"), "pending");
    let headers = [XML_BODY, ("X-Ovirt-Expect", "201-created")];
    let waited = client.send_with("POST", "/vms", &headers, &vm("done"));
    assert_eq!(
        (waited.status, waited.text("status")),
        (201, "down"),
        "{}",
        waited.body
    );
}

#[test]
fn synchronous_actions_return_when_they_are_done() {
    let engine = slow();
    let client = Client::new(&engine);
    let path = format!("/vms/{}", client.get("/vms?search=name%3Dvm1").id());
    let begun = client.post(&format!("{path}/suspend"), "<action/>");
    assert_eq!(
        (begun.status, begun.text("status")),
        (202, "pending"),
        "{}",
        begun.body
    );
    assert!(begun.body.contains("rel=\"parent\"") && begun.body.contains("rel=\"replay\""));
    let after = client.get(&format!("{path}/suspend/{}", begun.id()));
    assert_eq!(after.status, 301);
    assert!(
        after
            .header("Location")
            .is_some_and(|at| at.ends_with(&path))
    );
    client.wait_for(&path, "status", "suspended");
    assert_eq!(
        client.post(&format!("{path}/start"), "<action/>").status,
        200
    );
    client.wait_for(&path, "status", "up");
    let waits = "<action><async>false</async></action>";
    let done = client.post(&format!("{path}/suspend"), waits);
    assert_eq!(
        (done.status, done.text("status")),
        (200, "complete"),
        "{}",
        done.body
    );
    assert_eq!(client.get(&path).text("status"), "suspended");
}

#[test]
fn asynchronous_removal_has_no_body() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("short-lived", "");
    let headers = [("X-Ovirt-Expect", "202-accepted")];
    let removed = client.send_with("DELETE", &vm, &headers, "");
    assert_eq!((removed.status, removed.body.as_str()), (202, ""));
}
