//! A scripted HTTP server, with TLS or without.
//!
//! A panic in the handler fails the test: it is repeated when the server is dropped.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};

/// A received request; header names are in lower case.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// The reaction to a request.
pub(crate) enum Response {
    /// Status code, headers and body; the server adds `Content-Length`.
    Http(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// Sends these bytes and closes the connection.
    Raw(Vec<u8>),
    /// Streams an XML document from a channel, until its sender is dropped.
    Chunks(Receiver<Vec<u8>>),
    /// Keeps the connection open without a response.
    Never,
}

impl Response {
    pub(crate) fn xml(status: u16, body: &str) -> Self {
        Self::typed(status, "application/xml;charset=UTF-8", body)
    }

    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self::typed(status, "application/json", body)
    }

    pub(crate) fn html(status: u16, body: &str) -> Self {
        Self::typed(status, "text/html;charset=UTF-8", body)
    }

    pub(crate) fn empty(status: u16) -> Self {
        Self::Http(status, Vec::new(), Vec::new())
    }

    pub(crate) fn typed(status: u16, content_type: &str, body: &str) -> Self {
        let headers = vec![("Content-Type", content_type.to_owned())];
        Self::Http(status, headers, body.as_bytes().to_vec())
    }

    /// A response without a body and with one header.
    pub(crate) fn header(status: u16, name: &'static str, value: impl Into<String>) -> Self {
        Self::Http(status, vec![(name, value.into())], Vec::new())
    }

    /// An XML document that claims to be compressed with gzip.
    pub(crate) fn compressed(status: u16, body: Vec<u8>) -> Self {
        let headers = vec![
            ("Content-Type", "application/xml".to_owned()),
            ("Content-Encoding", "gzip".to_owned()),
        ];
        Self::Http(status, headers, body)
    }
}

/// A CA, and a key with a certificate that the CA issued.
pub(crate) struct Identity {
    /// The certificate of the CA.
    pub(crate) ca_pem: String,
    pub(crate) certificate_pem: String,
    pub(crate) key_pem: String,
    config: Arc<ServerConfig>,
}

impl Identity {
    /// Creates an identity for these host names or addresses. CAs for equal names have equal names.
    pub(crate) fn new(names: &[&str]) -> Self {
        Self::with(names, |_| {})
    }

    /// Creates an identity with changes to the certificate.
    pub(crate) fn with(names: &[&str], change: impl FnOnce(&mut rcgen::CertificateParams)) -> Self {
        let authority = rcgen::CertificateParams::new(Vec::new()).unwrap();
        Self::issued_by(authority, names, change)
    }

    /// Creates an identity with a certificate that is its own issuer.
    pub(crate) fn self_signed(names: &[&str], is_ca: rcgen::IsCa) -> Self {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = rcgen::CertificateParams::new(names).unwrap();
        params.is_ca = is_ca;
        let key = rcgen::KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        Self::new_config(certificate.pem(), &certificate, &key)
    }

    /// Creates an identity with changes to the CA and to the certificate.
    pub(crate) fn issued_by(
        mut authority: rcgen::CertificateParams,
        names: &[&str],
        change: impl FnOnce(&mut rcgen::CertificateParams),
    ) -> Self {
        authority.distinguished_name = rcgen::DistinguishedName::new();
        let name = format!("CA of {}", names.join(" "));
        authority
            .distinguished_name
            .push(rcgen::DnType::CommonName, name);
        authority.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let authority_key = rcgen::KeyPair::generate().unwrap();
        let ca_pem = authority.self_signed(&authority_key).unwrap().pem();
        let issuer = rcgen::Issuer::new(authority, authority_key);

        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = rcgen::CertificateParams::new(names).unwrap();
        change(&mut params);
        let key = rcgen::KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &issuer).unwrap();
        Self::new_config(ca_pem, &certificate, &key)
    }

    fn new_config(ca_pem: String, certificate: &rcgen::Certificate, key: &rcgen::KeyPair) -> Self {
        let provider = Arc::new(ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
            )
            .unwrap();
        Self {
            ca_pem,
            certificate_pem: certificate.pem(),
            key_pem: key.serialize_pem(),
            config: Arc::new(config),
        }
    }

    /// Returns this identity for a server that requires a certificate of this CA from clients.
    pub(crate) fn requiring(self, ca_pem: &str) -> Self {
        let provider = Arc::new(ring::default_provider());
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from_pem_slice(ca_pem.as_bytes()).unwrap())
            .unwrap();
        let verifier =
            WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider));
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_client_cert_verifier(verifier.build().unwrap())
            .with_single_cert(
                vec![CertificateDer::from_pem_slice(self.certificate_pem.as_bytes()).unwrap()],
                PrivateKeyDer::from_pem_slice(self.key_pem.as_bytes()).unwrap(),
            )
            .unwrap();
        Self {
            config: Arc::new(config),
            ..self
        }
    }

    /// Returns the configuration of a server that offers these protocols (ALPN).
    #[cfg(feature = "http2")]
    pub(crate) fn config(&self, protocols: &[&str]) -> Arc<ServerConfig> {
        let mut config = ServerConfig::clone(&self.config);
        config.alpn_protocols = protocols
            .iter()
            .map(|name| name.as_bytes().to_vec())
            .collect();
        Arc::new(config)
    }
}

type Handler = dyn Fn(&Request) -> Response + Send + Sync;

struct Shared {
    handler: Box<Handler>,
    tls: Option<Arc<ServerConfig>>,
    requests: Mutex<Vec<Request>>,
    panics: Mutex<Vec<String>>,
    stopped: AtomicBool,
    accepted: AtomicUsize,
    /// The open connections.
    open: Mutex<BTreeMap<usize, TcpStream>>,
    changed: Condvar,
}

pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn http(handler: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Self {
        Self::start(None, Box::new(handler))
    }

    pub(crate) fn https(
        identity: &Identity,
        handler: impl Fn(&Request) -> Response + Send + Sync + 'static,
    ) -> Self {
        Self::start(Some(Arc::clone(&identity.config)), Box::new(handler))
    }

    /// Responds once, and with status 500 from then on.
    pub(crate) fn once(response: Response) -> Self {
        let next = Mutex::new(Some(response));
        Self::http(move |_| {
            let next = next.lock().unwrap().take();
            next.unwrap_or_else(|| Response::empty(500))
        })
    }

    fn start(tls: Option<Arc<ServerConfig>>, handler: Box<Handler>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            handler,
            tls,
            requests: Mutex::default(),
            panics: Mutex::default(),
            stopped: AtomicBool::new(false),
            accepted: AtomicUsize::new(0),
            open: Mutex::default(),
            changed: Condvar::new(),
        });
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Self {
            address,
            shared,
            accepting: Some(accepting),
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// The URL of the API at this host, which must resolve to this computer.
    pub(crate) fn url_at(&self, host: &str) -> String {
        let scheme = match self.shared.tls {
            Some(_) => "https",
            None => "http",
        };
        format!("{scheme}://{host}:{}/ovirt-engine/api", self.port())
    }

    pub(crate) fn builder(&self) -> ConnectionBuilder {
        Connection::builder(self.url_at("127.0.0.1"))
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().unwrap().clone()
    }

    /// The number of accepted connections.
    pub(crate) fn accepted(&self) -> usize {
        self.shared.accepted.load(Ordering::SeqCst)
    }

    /// Waits until the clients have closed all connections.
    pub(crate) fn wait_until_closed(&self) {
        let open = self.shared.open.lock().unwrap();
        let limit = Duration::from_secs(60);
        let (_open, waited) = self
            .shared
            .changed
            .wait_timeout_while(open, limit, |open| !open.is_empty())
            .unwrap();
        assert!(!waited.timed_out(), "clients still hold connections");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        let open = self
            .shared
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        for stream in open.values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        drop(open);
        let _ = TcpStream::connect(self.address);
        self.accepting.take().unwrap().join().unwrap();
        let panics = self
            .shared
            .panics
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        assert!(
            panics.is_empty() || thread::panicking(),
            "in the server: {panics:?}"
        );
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for (number, stream) in listener.incoming().enumerate() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let stream = stream.unwrap();
        shared.accepted.fetch_add(1, Ordering::SeqCst);
        let mut open = shared.open.lock().unwrap();
        open.insert(number, stream.try_clone().unwrap());
        drop(open);
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // The client may be gone already.
            let _ = serve(&stream, &shared);
            let _ = stream.shutdown(Shutdown::Write);
            let _ = io::copy(&mut &stream, &mut io::sink());
            shared.open.lock().unwrap().remove(&number);
            shared.changed.notify_all();
        });
    }
}

fn serve(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    match &shared.tls {
        None => speak(stream, shared),
        Some(config) => {
            let session = ServerConnection::new(Arc::clone(config)).unwrap();
            speak(StreamOwned::new(session, stream), shared)
        }
    }
}

fn speak(stream: impl Read + Write, shared: &Shared) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    while let Some(request) = read_request(&mut stream)? {
        shared.requests.lock().unwrap().push(request.clone());
        let response = catch_unwind(AssertUnwindSafe(|| (shared.handler)(&request)));
        let response = response.unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            shared
                .panics
                .lock()
                .unwrap()
                .push(text.unwrap_or_else(|| "a panic".to_owned()));
            Response::empty(599)
        });
        let out = stream.get_mut();
        match response {
            Response::Http(status, headers, body) => {
                write!(
                    out,
                    "HTTP/1.1 {status} x\r\nContent-Length: {}\r\n",
                    body.len()
                )?;
                for (name, value) in headers {
                    write!(out, "{name}: {value}\r\n")?;
                }
                out.write_all(b"\r\n")?;
                out.write_all(&body)?;
                out.flush()?;
            }
            Response::Raw(bytes) => {
                out.write_all(&bytes)?;
                return out.flush();
            }
            Response::Chunks(chunks) => {
                out.write_all(
                    b"HTTP/1.1 200 x\r\nContent-Type: application/xml\r\n\
                      Transfer-Encoding: chunked\r\n\r\n",
                )?;
                for chunk in chunks {
                    write!(out, "{:x}\r\n", chunk.len())?;
                    out.write_all(&chunk)?;
                    out.write_all(b"\r\n")?;
                    out.flush()?;
                }
                out.write_all(b"0\r\n\r\n")?;
                out.flush()?;
            }
            Response::Never => {
                io::copy(&mut stream, &mut io::sink())?;
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Receives a request; `None` at the end of the connection. Rejects other protocols with status
/// 400, as real servers do.
fn read_request<S: Read + Write>(stream: &mut BufReader<S>) -> io::Result<Option<Request>> {
    let mut line = Vec::new();
    stream.read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&line).into_owned();
    let mut tokens = text.split_whitespace();
    let (Some(method), Some(target), Some("HTTP/1.1")) =
        (tokens.next(), tokens.next(), tokens.next())
    else {
        stream
            .get_mut()
            .write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")?;
        return Ok(None);
    };
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) => {
                headers.insert(name.to_ascii_lowercase(), value.to_owned());
            }
            None => break,
        }
    }
    let length = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(Some(Request {
        method: method.to_owned(),
        target: target.to_owned(),
        headers,
        body: String::from_utf8(body).unwrap(),
    }))
}
