//! The simulator as a program: its variables, log and end.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;

use crate::scratch::Scratch;

/// A running program; it ends with its standard input.
pub(crate) struct Program {
    child: Mutex<Child>,
    stdin: Option<ChildStdin>,
    variables: Vec<(String, String)>,
}

impl Program {
    /// Starts the program and reads the variables it prints.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::run(
            Command::new(env!("CARGO_BIN_EXE_ovirt-engine-sim")),
            arguments,
        )
    }

    /// The same, for a command that continues as the program.
    pub(crate) fn run(mut command: Command, arguments: &[&str]) -> Self {
        let mut child = command
            .args(["--env", "--exit-with-stdin", "--plain", "--speed", "1000"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let stdout = child.stdout.take().expect("its output");
        let mut variables = Vec::new();
        for line in BufReader::new(stdout).lines() {
            let line = line.expect("a line");
            let (name, value) = line
                .strip_prefix("export ")
                .and_then(|line| line.split_once('='))
                .expect("a variable");
            variables.push((name.to_owned(), value.trim_matches('\'').to_owned()));
            if name == "OVIRT_PID" {
                break;
            }
        }
        let stdin = child.stdin.take();
        Self {
            child: Mutex::new(child),
            stdin,
            variables,
        }
    }

    pub(crate) fn variable(&self, name: &str) -> &str {
        let found = self.variables.iter().find(|(own, _)| own == name);
        &found.unwrap_or_else(|| panic!("no {name}")).1
    }

    /// Status and body of a response of the API.
    pub(crate) fn send(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        self.try_send(method, path, body).expect("answered")
    }

    /// The same; an error if the connection ends before the response.
    pub(crate) fn try_send(
        &self,
        method: &str,
        path: &str,
        body: &str,
    ) -> io::Result<(u16, String)> {
        let url = self.variable("OVIRT_URL").trim_start_matches("http://");
        let (server, api) = url.split_once('/').expect("a path");
        let password = self.variable("OVIRT_PASSWORD");
        let credentials = base64(&format!("{}:{password}", self.variable("OVIRT_USERNAME")));
        let mut stream = TcpStream::connect(server)?;
        let request = format!(
            "{method} /{api}{path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n\
             Authorization: Basic {credentials}\r\nContent-Type: application/xml\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes())?;
        let mut response = String::new();
        stream.read_to_string(&mut response)?;
        let (head, body) = response
            .split_once("\r\n\r\n")
            .ok_or(io::ErrorKind::UnexpectedEof)?;
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Ok((status.expect("a status"), body.to_owned()))
    }

    /// Kills it.
    pub(crate) fn kill(&self) {
        let mut child = self.child.lock().expect("no panic");
        child.kill().expect("killed");
        child.wait().expect("ended");
    }

    /// Ends it by closing its standard input.
    pub(crate) fn end(mut self) {
        drop(self.stdin.take());
        let child = self.child.get_mut().expect("no panic");
        assert!(child.wait().expect("ended").success());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Ok(child) = self.child.get_mut() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk
            .iter()
            .fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at)) as usize & 63];
            out.push(if at <= chunk.len() {
                char::from(digit)
            } else {
                '='
            });
        }
    }
    out
}

#[test]
fn the_server_serves_until_its_input_ends() {
    let scratch = Scratch::new("log");
    let log = scratch.path().join("requests.log");
    let log_name = log.to_str().expect("a name");
    let server = Program::start(&["--vms", "3", "--password", "it's", "--log", log_name]);
    assert_eq!(server.variable("OVIRT_PASSWORD"), r"it'\''s");
    let (status, _) = server.send("GET", "/vms", "");
    assert_eq!(status, 401, "the variable is quoted for shells");
    server.end();
    let lines = std::fs::read_to_string(&log).expect("a log");
    assert!(lines.contains("GET /ovirt-engine/api/vms 401 "), "{lines}");
}

#[test]
fn about_lists_the_simulated_operations() {
    let server = Program::start(&[]);
    let url = server.variable("OVIRT_URL").trim_start_matches("http://");
    let (address, _) = url.split_once('/').expect("a path");
    let mut stream = TcpStream::connect(address).expect("it listens");
    let request = format!("GET /about HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut response = String::new();
    stream.read_to_string(&mut response).expect("answered");
    for line in [
        r#"{"operation":"vm.start","level":"simulated"}"#,
        r#"{"operation":"bookmarks.add","level":"kept"}"#,
    ] {
        assert!(response.contains(line), "{line}");
    }
}

#[test]
fn rules_can_be_given_on_the_command_line() {
    let server = Program::start(&["--fail", "503:operation=vms.list", "--latency", "1ms±1ms"]);
    assert_eq!(server.send("GET", "/vms", "").0, 503);
    assert_eq!(server.send("GET", "/hosts", "").0, 200);
    server.kill();
}

#[test]
fn the_server_runs_in_the_background() {
    let output = Command::new(env!("CARGO_BIN_EXE_ovirt-engine-sim"))
        .args(["--env", "--background", "--exit-with-stdin", "--plain"])
        .output()
        .expect("it runs");
    assert!(output.status.success());
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        text.starts_with("export OVIRT_URL='http://localhost:"),
        "{text}"
    );
}

#[test]
fn command_line_errors_are_reported() {
    let output = Command::new(env!("CARGO_BIN_EXE_ovirt-engine-sim"))
        .args(["--fail", "boom"])
        .output()
        .expect("it runs");
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        text.contains("--fail boom: unknown effect \"boom\""),
        "{text}"
    );
}
