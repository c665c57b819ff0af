//! An engine that restarts: it responds as a real one does while it stops, is down and starts.

use std::collections::VecDeque;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder};

/// What happens to a request. Logins get a token, unless they fail; requests without the current
/// token are rejected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    /// A response of the API.
    Document(&'static str),
    /// The web server is there, but the engine no longer.
    NotDeployed,
    /// For a moment, nothing listens. Tokens are forgotten.
    Down,
    /// The connection is accepted and held, and closed without a response.
    Held,
    /// The single sign-on service does not work yet.
    LoginFails,
}

/// A restart as a real engine goes through it.
pub(crate) const RESTART: [Step; 5] = [
    Step::NotDeployed,
    Step::Down,
    Step::Held,
    Step::LoginFails,
    Step::NotDeployed,
];

pub(crate) struct RestartingEngine {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<String>>>,
    serving: Option<JoinHandle<()>>,
}

impl RestartingEngine {
    /// The last step repeats.
    pub(crate) fn new(steps: &[Step]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let stopped = Arc::new(AtomicBool::new(false));
        let requests = Arc::<Mutex<Vec<String>>>::default();
        let state = State {
            address,
            steps: steps.iter().copied().collect(),
            stopped: Arc::clone(&stopped),
            requests: Arc::clone(&requests),
            token: 0,
            is_valid: false,
        };
        Self {
            address,
            stopped,
            requests,
            serving: Some(thread::spawn(move || state.serve(listener).unwrap())),
        }
    }

    pub(crate) fn builder(&self) -> ConnectionBuilder {
        let url = format!("http://{}/ovirt-engine/api", self.address);
        Connection::builder(url).credentials("admin@internal", "secret")
    }

    pub(crate) fn connect(&self) -> Connection {
        self.builder().build().unwrap()
    }

    /// The request lines that begin with this text, such as `POST /ovirt-engine/sso`.
    pub(crate) fn count(&self, start: &str) -> usize {
        let requests = self.requests.lock().unwrap();
        requests
            .iter()
            .filter(|line| line.starts_with(start))
            .count()
    }
}

impl Drop for RestartingEngine {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
        let outcome = self.serving.take().unwrap().join();
        assert!(outcome.is_ok() || thread::panicking());
    }
}

struct State {
    address: SocketAddr,
    steps: VecDeque<Step>,
    stopped: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<String>>>,
    /// The number of the current token, and whether there is one.
    token: u32,
    is_valid: bool,
}

impl State {
    fn serve(mut self, listener: TcpListener) -> io::Result<()> {
        let mut listener = Some(listener);
        while !self.stopped.load(Ordering::SeqCst) {
            if self.steps.front() == Some(&Step::Down) {
                drop(listener.take());
                thread::sleep(Duration::from_millis(30));
                self.is_valid = false;
                self.steps.pop_front();
            }
            let current = match listener.take() {
                Some(listener) => listener,
                None => TcpListener::bind(self.address)?,
            };
            let (stream, _) = current.accept()?;
            listener = Some(current);
            // The client may be gone already.
            let _ = self.respond(stream);
        }
        Ok(())
    }

    fn respond(&mut self, stream: TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(&stream);
        let (mut head, mut length) = (String::new(), 0);
        while !head.ends_with("\r\n\r\n") {
            let start = head.len();
            if reader.read_line(&mut head)? == 0 {
                return Ok(());
            }
            let line = head[start..].to_ascii_lowercase();
            if let Some(text) = line.strip_prefix("content-length:") {
                length = text.trim().parse().unwrap();
            }
        }
        reader.read_exact(&mut vec![0; length])?;
        let line = head.lines().next().unwrap_or_default().to_owned();
        self.requests.lock().unwrap().push(line.clone());
        let bearer = format!("bearer token-{}\r", self.token);
        let is_known = self.is_valid && head.to_ascii_lowercase().contains(&bearer);
        let Some((status, kind, body)) = self.step(&line, is_known) else {
            return Ok(());
        };
        write!(
            &stream,
            "HTTP/1.1 {status} x\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        )
    }

    /// Returns status, media type and body of the response, if there is one.
    fn step(&mut self, line: &str, is_known: bool) -> Option<(u16, &'static str, String)> {
        let is_login = line.contains("/sso/oauth/token");
        let step = self.steps[0];
        let consumes = match step {
            Step::NotDeployed | Step::Held => true,
            Step::LoginFails => is_login,
            Step::Document(_) => is_known,
            Step::Down => false,
        };
        if !consumes {
            return Some(self.authenticate(is_login));
        }
        if self.steps.len() > 1 {
            self.steps.pop_front();
        }
        let page = "<html><head><title>Error</title></head><body>Not Found</body></html>";
        match step {
            Step::Document(text) => Some((200, "application/xml", text.to_owned())),
            Step::NotDeployed => Some((404, "text/html", page.to_owned())),
            Step::LoginFails => {
                let error = r#"{"error":"server_error","error_code":"Connection pool shut down"}"#;
                Some((401, "application/json", error.to_owned()))
            }
            Step::Down | Step::Held => None,
        }
    }

    fn authenticate(&mut self, is_login: bool) -> (u16, &'static str, String) {
        if !is_login {
            let page = "<html><body>invalid_grant: The grant has expired.</body></html>";
            return (401, "text/html", page.to_owned());
        }
        self.token += 1;
        self.is_valid = true;
        let token = format!(
            r#"{{"access_token":"token-{}","token_type":"bearer"}}"#,
            self.token
        );
        (200, "application/json", token)
    }
}
