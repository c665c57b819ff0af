//! A client for plain HTTP: a request a connection.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use ovirt_engine_sim::Engine;

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
    /// The body as it came.
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// The text of the root's first child with this tag; of any element where the root has none.
    pub(crate) fn text(&self, tag: &str) -> &str {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        let child = format!("\n    {open}");
        let start = self.body.find(&child).map(|at| at + child.len());
        let start = start.or_else(|| self.body.find(&open).map(|at| at + open.len()));
        start
            .and_then(|start| {
                let end = self.body[start..].find(&close)?;
                Some(&self.body[start..start + end])
            })
            .unwrap_or_else(|| panic!("no <{tag}> in {}", self.body))
    }

    /// The `id` of the root element.
    pub(crate) fn id(&self) -> String {
        let start = self.body.find(" id=\"").expect("an id") + 5;
        self.body[start..]
            .split('"')
            .next()
            .expect("its end")
            .to_owned()
    }
}

/// Sends a request with these headers.
pub(crate) fn send(
    engine: &Engine,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let server = engine.url().strip_prefix("http://").expect("plain HTTP");
    let server = server.split('/').next().expect("a server");
    let mut stream = TcpStream::connect(server).expect("the engine listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .expect("a timeout");
    let mut request =
        format!("{method} {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n");
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("answered");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let bytes = answer.split_off(end.expect("an HTTP answer") + 4);
    let head = String::from_utf8(answer).expect("a head");
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .expect("a status");
    Answer {
        status,
        head,
        body: String::from_utf8_lossy(&bytes).into_owned(),
        bytes,
    }
}

/// A client that has logged in.
pub(crate) struct Client<'a> {
    engine: &'a Engine,
    token: String,
}

impl<'a> Client<'a> {
    pub(crate) fn new(engine: &'a Engine) -> Self {
        Self::of(engine, engine.username(), engine.password())
    }

    /// A client that has logged in as this user.
    pub(crate) fn of(engine: &'a Engine, username: &str, password: &str) -> Self {
        let form = format!(
            "grant_type=password&scope=ovirt-app-api&username={username}&password={password}"
        );
        let answer = send(
            engine,
            "POST",
            "/ovirt-engine/sso/oauth/token",
            &[("Accept", "application/json")],
            &form,
        );
        assert_eq!(answer.status, 200, "{}", answer.body);
        let token = answer
            .body
            .split("\"access_token\":\"")
            .nth(1)
            .expect("a token");
        let token = token.split('"').next().expect("its end").to_owned();
        Self { engine, token }
    }

    /// The token of the login.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Sends a request of a path below the API's root.
    pub(crate) fn send(&self, method: &str, path: &str, body: &str) -> Answer {
        let headers = [("Content-Type", "application/xml")];
        self.send_with(method, path, &headers, body)
    }

    /// Sends a request of a path below the API's root, with these headers.
    pub(crate) fn send_with(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        let mut all = vec![("Authorization", bearer.as_str())];
        all.extend(headers);
        let path = format!("/ovirt-engine/api{path}");
        send(self.engine, method, &path, &all, body)
    }

    /// The identifier of the first object of a collection.
    pub(crate) fn first(&self, collection: &str) -> String {
        let list = self.get(&format!("/{collection}")).body;
        let before = format!("/api/{collection}/");
        let start = list.find(&before).expect(collection) + before.len();
        list[start..start + 36].to_owned()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "")
    }

    pub(crate) fn post(&self, path: &str, body: &str) -> Answer {
        self.send("POST", path, body)
    }

    /// Reads an object until a member has a text.
    pub(crate) fn wait_for(&self, path: &str, tag: &str, text: &str) -> Answer {
        for _ in 0..5_000 {
            let answer = self.get(path);
            if answer.text(tag) == text {
                return answer;
            }
        }
        panic!("{path}: <{tag}> never became {text}");
    }
}

/// An engine on plain HTTP whose life cycles are quick.
pub(crate) fn engine() -> Engine {
    Engine::builder()
        .plain(true)
        .life_cycle(Duration::from_millis(2))
        .start()
        .expect("the engine starts")
}
