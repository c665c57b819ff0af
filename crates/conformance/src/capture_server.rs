//! An HTTP server that captures the last request and responds to each with an empty action.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

const PREFIX: &str = "/ovirt-engine/api";

/// A received request.
pub(crate) struct CapturedRequest {
    pub(crate) method: String,
    /// Decoded, relative to the API's root.
    pub(crate) path: String,
    /// Decoded names and values.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: String,
}

/// Listens on a free local port until the process exits.
pub(crate) struct CaptureServer {
    port: u16,
    last: Arc<Mutex<Option<CapturedRequest>>>,
}

impl CaptureServer {
    pub(crate) fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let last = Arc::new(Mutex::new(None));
        let shared = Arc::clone(&last);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                std::thread::spawn(move || serve(stream, &shared));
            }
        });
        Ok(Self { port, last })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}{PREFIX}", self.port)
    }

    /// Returns the last request received since the previous call.
    pub(crate) fn take(&self) -> Option<CapturedRequest> {
        self.last.lock().ok()?.take()
    }
}

fn serve(stream: TcpStream, last: &Mutex<Option<CapturedRequest>>) -> Option<()> {
    let mut writer = stream.try_clone().ok()?;
    let mut reader = BufReader::new(stream);
    loop {
        let request = read_request(&mut reader)?;
        *last.lock().ok()? = Some(request);
        let body = "<action/>";
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length";
        let response = format!("{head}: {}\r\n\r\n{body}", body.len());
        writer.write_all(response.as_bytes()).ok()?;
    }
}

fn read_request(reader: &mut impl BufRead) -> Option<CapturedRequest> {
    let request_line = read_line(reader)?;
    let mut words = request_line.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = percent_decode(path.strip_prefix(PREFIX)?, false);
    let pairs = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (percent_decode(name, true), percent_decode(value, true))
        });
    let mut length = 0;
    loop {
        let header = read_line(reader)?;
        if header.is_empty() {
            break;
        }
        let (name, value) = header.split_once(':')?;
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let body = String::from_utf8(body).ok()?;
    let path = if path.is_empty() {
        "/".to_owned()
    } else {
        path
    };
    Some(CapturedRequest {
        method,
        path,
        query: pairs.collect(),
        body,
    })
}

fn read_line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    let length = reader.read_line(&mut line).ok()?;
    (length > 0).then(|| line.trim_end().to_owned())
}

/// Percent-decodes a part of a URL. In a query, `+` stands for a space.
fn percent_decode(text: &str, is_query: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' if is_query => b' ',
            b'%' => {
                let digits = [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')];
                let digits = std::str::from_utf8(&digits).unwrap_or_default();
                u8::from_str_radix(digits, 16).unwrap_or(b'?')
            }
            byte => byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
