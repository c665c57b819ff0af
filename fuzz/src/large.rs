//! A response of up to 64 MiB, compressed or not, from a server on this computer: an object or an
//! error. The memory limit of the fuzzer fails a response that takes more than it may.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use ovirt::types::{List, Vm};
use ovirt::{Connection, Error};

use crate::replay::{check_error, run};

const TOKEN: &str = "t0ken-that-nobody-must-see";

/// The memory limit of the connection, in bytes.
const LIMIT: usize = 4 << 20;

/// The longest uncompressed and the longest compressed body, in bytes before compression.
const LONGEST: [usize; 2] = [16 << 20, 64 << 20];

/// The request of a stream, whose length is unlimited.
const STREAM: usize = 1;

/// The longest body of a stream, in bytes: it is read to its end, which takes time.
const LONGEST_STREAM: usize = 4 << 20;

/// Status and content type of the response to each request.
const RESPONSES: [(u16, &str); 6] = [
    (200, "application/xml"),
    (200, "application/xml"),
    (200, "application/xml"),
    (400, "application/xml"),
    (503, "text/html"),
    (200, "application/json"),
];

/// The check of one input. The first two bytes select request and compression. Parts of the body
/// follow: the binary logarithm of the number of repetitions, the length, and that many bytes.
pub fn check(data: &[u8]) {
    let [request, compression, parts @ ..] = data else {
        return;
    };
    if data.windows(TOKEN.len()).any(|it| it == TOKEN.as_bytes()) {
        return;
    }
    let request = usize::from(*request) % RESPONSES.len();
    let is_compressed = compression % 2 == 1;
    let longest = match request {
        STREAM => LONGEST_STREAM,
        _ => LONGEST[usize::from(is_compressed)],
    };
    SERVER.respond(request, is_compressed, body(parts, is_compressed, longest));
    let builder = Connection::builder(SERVER.url()).response_limit(LIMIT);
    let connection = match request {
        5 => builder.credentials("admin@internal", TOKEN),
        _ => builder.token(TOKEN),
    };
    let connection = connection.build().expect("a valid builder");
    if let Err(error) = run(call(&connection, request)) {
        check_error(&error, TOKEN);
    }
}

async fn call(connection: &Connection, request: usize) -> Result<(), Error> {
    let vms = connection.system_service().vms_service();
    match request {
        0 => vms.list().await.map(drop::<List<Vm>>),
        STREAM => {
            let mut stream = vms.list().stream();
            while let Some(vm) = stream.next().await {
                vm?;
            }
            Ok(())
        }
        _ => vms.vm_service("1").get().await.map(drop::<Vm>),
    }
}

/// The repeated parts. Each is a gzip member if compressed: gzip files can be concatenated.
fn body(mut parts: &[u8], is_compressed: bool, longest: usize) -> Vec<u8> {
    const MEMBER: usize = 64 << 10;
    let mut left = longest;
    let mut body = Vec::new();
    while let [logarithm, length, rest @ ..] = parts {
        let (part, rest) = rest.split_at(usize::from(*length).min(rest.len()));
        parts = rest;
        let length = (part.len() << (logarithm % 24)).min(left);
        left -= length;
        if part.is_empty() || !is_compressed {
            body.extend(part.iter().cycle().take(length));
            continue;
        }
        let member: Vec<u8> = part
            .iter()
            .copied()
            .cycle()
            .take(length.min(MEMBER))
            .collect();
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&member).expect("memory");
        let member = encoder.finish().expect("memory");
        body.extend(member.repeat(length.div_ceil(MEMBER)));
    }
    body
}

static SERVER: LazyLock<Server> = LazyLock::new(Server::start);

/// Sends the same response to all requests, until it gets another one.
struct Server {
    port: u16,
    response: Arc<Mutex<Vec<u8>>>,
    address: AtomicU8,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("0.0.0.0:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let response = Arc::<Mutex<Vec<u8>>>::default();
        let shared = Arc::clone(&response);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let response = shared
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .clone();
                // The client closes the connection at its limit.
                let _ = serve(&stream, &response);
            }
        });
        Self {
            port,
            response,
            address: AtomicU8::new(0),
        }
    }

    /// A URL at changing addresses: each has as many ports as there are.
    fn url(&self) -> String {
        let address = self.address.fetch_add(1, Ordering::Relaxed) % 250 + 1;
        format!("http://127.0.0.{address}:{}/ovirt-engine/api", self.port)
    }

    fn respond(&self, request: usize, is_compressed: bool, body: Vec<u8>) {
        let (status, content_type) = RESPONSES[request];
        let encoding = if is_compressed { "gzip" } else { "identity" };
        let head = format!(
            "HTTP/1.1 {status} x\r\nContent-Type: {content_type}\r\nConnection: close\r\n\
             Content-Encoding: {encoding}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let mut response = self.response.lock().unwrap_or_else(PoisonError::into_inner);
        *response = [head.into_bytes(), body].concat();
    }
}

/// Reads a request, then sends the response.
fn serve(mut stream: &TcpStream, response: &[u8]) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(text) = line.strip_prefix("content-length: ") {
            length = text.parse().unwrap_or_default();
        }
    }
    reader.take(length).read_to_end(&mut Vec::new())?;
    stream.write_all(response)
}
