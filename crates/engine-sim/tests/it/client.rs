//! A minimal HTTP client: no TLS, one connection per request.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::xml::Element;

/// A response.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    head: String,
    /// The body as text; invalid UTF-8 is replaced.
    pub(crate) body: String,
    /// The body as received.
    pub(crate) bytes: Vec<u8>,
    pub(crate) document: Option<Element>,
}

impl Response {
    /// Returns the value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// Returns the root element. Panics if the body is not XML.
    pub(crate) fn document(&self) -> &Element {
        let document = self.document.as_ref();
        document.unwrap_or_else(|| panic!("not an XML document: {}", self.body))
    }

    /// Returns the text at a path below the root, such as `cpu.topology.cores` or `host.id`.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.document().get(path)
    }

    /// Like [`Self::get`], but panics if the path does not exist.
    pub(crate) fn text(&self, path: &str) -> &str {
        let text = self.get(path);
        text.unwrap_or_else(|| panic!("no {path} in {}", self.body))
    }

    /// Returns the id of an object, or that of the first object of a list.
    pub(crate) fn id(&self) -> String {
        let root = self.document();
        let first = || root.children.first()?.attribute("id");
        let id = root.attribute("id").or_else(first);
        id.unwrap_or_else(|| panic!("no id in {}", self.body))
            .to_owned()
    }
}

/// Sends a request.
pub(crate) fn send(
    engine: &Engine,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Response {
    let server = engine.url().strip_prefix("http://").expect("plain HTTP");
    let server = server.split('/').next().expect("a server");
    let mut stream = TcpStream::connect(server).expect("the engine listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .expect("timeout set");
    let mut request =
        format!("{method} {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n");
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    stream.write_all(request.as_bytes()).expect("request sent");
    let mut response = Vec::new();
    stream
        .read_to_end(&mut response)
        .expect("response received");
    let end = response.windows(4).position(|four| four == b"\r\n\r\n");
    let bytes = response.split_off(end.expect("an HTTP response") + 4);
    let head = String::from_utf8(response).expect("a UTF-8 head");
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .expect("a status code");
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Response {
        status,
        head,
        document: Element::parse(&body),
        body,
        bytes,
    }
}

/// A client with an access token.
pub(crate) struct Client<'a> {
    engine: &'a Engine,
    token: String,
}

impl<'a> Client<'a> {
    /// Logs in as the administrator.
    pub(crate) fn new(engine: &'a Engine) -> Self {
        Self::with_user(engine, engine.username(), engine.password())
    }

    /// Logs in as a user.
    pub(crate) fn with_user(engine: &'a Engine, username: &str, password: &str) -> Self {
        let form = format!(
            "grant_type=password&scope=ovirt-app-api&username={username}&password={password}"
        );
        let response = send(
            engine,
            "POST",
            "/ovirt-engine/sso/oauth/token",
            &[("Accept", "application/json")],
            &form,
        );
        assert_eq!(response.status, 200, "{}", response.body);
        let token = response
            .body
            .split("\"access_token\":\"")
            .nth(1)
            .expect("an access token");
        let token = token.split('"').next().expect("a closing quote").to_owned();
        Self { engine, token }
    }

    /// Returns the access token.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Sends a request to a path below the API's root.
    pub(crate) fn send(&self, method: &str, path: &str, body: &str) -> Response {
        let headers = [("Content-Type", "application/xml")];
        self.send_with(method, path, &headers, body)
    }

    /// Sends a request to a path below the API's root, with headers.
    pub(crate) fn send_with(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Response {
        let bearer = format!("Bearer {}", self.token);
        let mut all = vec![("Authorization", bearer.as_str())];
        all.extend(headers);
        let path = format!("/ovirt-engine/api{path}");
        send(self.engine, method, &path, &all, body)
    }

    /// Returns the id of the first object of a collection.
    pub(crate) fn first(&self, collection: &str) -> String {
        self.get(&format!("/{collection}")).id()
    }

    pub(crate) fn get(&self, path: &str) -> Response {
        self.send("GET", path, "")
    }

    pub(crate) fn post(&self, path: &str, body: &str) -> Response {
        self.send("POST", path, body)
    }

    /// Adds a VM that boots from the network. Returns its path.
    pub(crate) fn add_vm(&self, name: &str, members: &str) -> String {
        let body = format!(
            "<vm><name>{name}</name>{members}<cluster><name>Default</name></cluster>\
             <os><boot><devices><device>network</device></devices></boot></os>\
             <template><name>Blank</name></template></vm>"
        );
        let path = format!("/vms/{}", self.post("/vms", &body).id());
        let nic = self.post(&format!("{path}/nics"), "<nic><name>nic1</name></nic>");
        assert_eq!(nic.status, 201, "{}", nic.body);
        path
    }

    /// Polls an object until the text at a path has a value.
    pub(crate) fn wait_for(&self, path: &str, member: &str, value: &str) -> Response {
        for _ in 0..5_000 {
            let response = self.get(path);
            if response.text(member) == value {
                return response;
            }
        }
        panic!("{path}: {member} never became {value}");
    }
}

/// Starts a simulator on plain HTTP with fast life cycles.
pub(crate) fn engine() -> Engine {
    Engine::builder()
        .plain(true)
        .life_cycle(Duration::from_millis(2))
        .start()
        .expect("engine started")
}
