//! Prints how the SDK classifies responses that refuse a request.
//!
//! Each line of standard input describes a response. A local server sends it to the SDK, whose
//! error is printed as a line of JSON.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use ovirt::Connection;
use ovirt::types::{Fault, ToXml as _};
use serde_json::{Value, json};

/// Classifies each line of standard input.
pub(crate) fn classify(input: &[u8]) -> Result<bool, String> {
    let text = std::str::from_utf8(input).map_err(|error| error.to_string())?;
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| error.to_string())?;
    let port = listener
        .local_addr()
        .map_err(|error| error.to_string())?
        .port();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let refusal: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let response = response(&refusal);
        let server = listener.try_clone().map_err(|error| error.to_string())?;
        let server = std::thread::spawn(move || respond(&server, &response));
        let error = send(port, &refusal).map_err(|error| error.to_string())?;
        server
            .join()
            .map_err(|_| "the server panicked".to_owned())?;
        let kind = format!("{:?}", error.kind());
        println!(
            "{}",
            json!({"kind": kind, "retryable": error.is_retryable()})
        );
    }
    Ok(true)
}

/// Sends the request to be refused and returns its error.
fn send(port: u16, refusal: &Value) -> Result<ovirt::Error, ovirt::Error> {
    let builder = Connection::builder(format!("http://127.0.0.1:{port}/ovirt-engine/api"));
    let error = if is_login(refusal) {
        let connection = builder.credentials("admin@internal", "secret").build()?;
        connection.authenticate().call().err()
    } else {
        let connection = builder.token("token").build()?;
        connection.raw("POST", "/vms").call().err()
    };
    error.ok_or_else(|| ovirt::UsageError::new("the SDK accepted a refusal").into())
}

fn is_login(refusal: &Value) -> bool {
    refusal.get("from").and_then(Value::as_str) == Some("sso")
}

fn response(refusal: &Value) -> String {
    let text = |name: &str| refusal.get(name).and_then(Value::as_str).map(str::to_owned);
    let status = refusal.get("status").and_then(Value::as_u64).unwrap_or(400);
    let (media_type, body) = if is_login(refusal) {
        let body = json!({"error_code": text("reason"), "error": text("detail")});
        ("application/json", body.to_string())
    } else {
        let fault = Fault {
            reason: text("reason"),
            detail: text("detail"),
        };
        ("application/xml", fault.to_xml())
    };
    let length = body.len();
    format!(
        "HTTP/1.1 {status} Refused\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n{body}"
    )
}

/// Sends the response on the next connection.
fn respond(listener: &TcpListener, response: &str) -> Option<()> {
    let (mut stream, _) = listener.accept().ok()?;
    read_request(&stream)?;
    stream.write_all(response.as_bytes()).ok()
}

fn read_request(stream: &TcpStream) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok()?;
            }
            Some(_) => {}
            None if line.trim_end().is_empty() => break,
            None => {}
        }
    }
    reader.read_exact(&mut vec![0; length]).ok()
}
