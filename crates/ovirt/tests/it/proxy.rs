//! Connecting through a proxy.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use ovirt::{Connection, Error};

use crate::support::server::{Identity, Request, Response, Server};
use crate::support::{all_texts, test, test_error, unused_address};

/// A proxy that opens tunnels, one at a time.
struct Proxy {
    port: u16,
    /// The heads of the received requests.
    heads: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// Starts a proxy with this response, which opens a tunnel if it is successful.
    fn start(response: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heads = Arc::<Mutex<Vec<String>>>::default();
        let seen = Arc::clone(&heads);
        // The thread ends with the process.
        thread::spawn(move || {
            for client in listener.incoming() {
                let _ = tunnel(client.unwrap(), response, &seen);
            }
        });
        Self { port, heads }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn tunnel(mut client: TcpStream, response: &str, heads: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut head = String::new();
    let mut reader = BufReader::new(client.try_clone()?);
    while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head)? > 0 {}
    let target = head
        .split_whitespace()
        .nth(1)
        .unwrap_or_default()
        .to_owned();
    heads.lock().unwrap().push(head);
    client.write_all(response.as_bytes())?;
    if !response.contains(" 200 ") {
        return Ok(());
    }
    let mut server = TcpStream::connect(target)?;
    let (mut from, mut to) = (client.try_clone()?, server.try_clone()?);
    let up = thread::spawn(move || {
        let _ = io::copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Write);
    });
    let _ = io::copy(&mut server, &mut client);
    let _ = client.shutdown(Shutdown::Both);
    let _ = up.join();
    Ok(())
}

fn api(request: &Request) -> Response {
    assert_eq!(request.header("proxy-authorization"), None);
    Response::xml(200, "<api/>")
}

const OPEN: &str = "HTTP/1.1 200 OK\r\n\r\n";

#[tokio::test]
async fn requests_are_tunneled_with_tls_and_without() {
    let identity = Identity::new(&["127.0.0.1"]);
    for server in [Server::http(api), Server::https(&identity, api)] {
        let proxy = Proxy::start(OPEN);
        let builder = server.builder().token("t").ca_pem(&identity.ca_pem);
        let builder = builder.proxy(proxy.url()).proxy_credentials("me", "p:w");
        test(builder).await.unwrap();
        let heads = proxy.heads.lock().unwrap().clone();
        assert_eq!(heads.len(), 1);
        let first = format!("CONNECT 127.0.0.1:{} HTTP/1.1\r\n", server.port());
        assert!(heads[0].starts_with(&first), "{heads:?}");
        let head = heads[0].to_ascii_lowercase();
        assert!(
            head.contains("proxy-authorization: basic bwu6cdp3"),
            "{head}"
        );
        assert!(!head.contains("bearer"), "{head}");
    }
}

#[tokio::test]
async fn errors_distinguish_the_proxy_from_the_engine() {
    let unused = format!("http://{}", unused_address());
    for (url, text) in [
        (
            Proxy::start("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n").url(),
            "refused to connect to 127.0.0.1:443",
        ),
        (
            Proxy::start("HTTP/1.1 502 Bad Gateway\r\n\r\n").url(),
            "refused to connect to 127.0.0.1:443",
        ),
        (unused, "cannot reach the proxy"),
        (
            "http://nosuchproxy.invalid:3128".to_owned(),
            "cannot reach the proxy",
        ),
    ] {
        let builder = Connection::builder("https://127.0.0.1/ovirt-engine/api")
            .token("t")
            .insecure(true)
            .proxy(&url)
            .proxy_credentials("me", "s3cret");
        let error = test_error(builder).await;
        assert!(matches!(error, Error::Connection(_)), "{error}");
        assert!(error.details().is_unsent());
        assert!(error.to_string().contains(text), "{text}: {error}");
        assert!(!all_texts(&error).contains("s3cret"), "{error:?}");
    }
}

#[test]
fn invalid_proxy_url_is_rejected() {
    for (url, text) in [
        ("", "the proxy URL is malformed"),
        ("proxy:3128", "must start with http://"),
        ("https://proxy:3128", "must start with http://"),
        (
            "http://me:s3cret@proxy:3128",
            "proxy_credentials(user, password)",
        ),
    ] {
        let builder = Connection::builder("https://127.0.0.1/ovirt-engine/api");
        let error = builder.insecure(true).proxy(url).build().unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error}");
        assert!(error.to_string().contains(text), "{url}: {error}");
        assert!(!error.to_string().contains("s3cret"), "{error}");
    }
}
