//! Connecting through a proxy.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use ovirt::{Connection, ConnectionBuilder, Error};

use crate::server::{Answer, Identity, Request, Server};

/// A proxy that opens tunnels, for one connection after the other.
struct Proxy {
    port: u16,
    /// The heads of what was asked for.
    heads: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// One that answers so, and opens the tunnel if that is a success.
    fn start(answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heads = Arc::<Mutex<Vec<String>>>::default();
        let seen = Arc::clone(&heads);
        // It ends with the process: nothing depends on it after the test.
        thread::spawn(move || {
            for client in listener.incoming() {
                let _ = tunnel(client.unwrap(), answer, &seen);
            }
        });
        Self { port, heads }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn tunnel(mut client: TcpStream, answer: &str, heads: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut head = String::new();
    let mut reader = BufReader::new(client.try_clone()?);
    while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head)? > 0 {}
    let target = head
        .split_whitespace()
        .nth(1)
        .unwrap_or_default()
        .to_owned();
    heads.lock().unwrap().push(head);
    client.write_all(answer.as_bytes())?;
    if !answer.contains(" 200 ") {
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

fn api(request: &Request) -> Answer {
    assert_eq!(request.header("proxy-authorization"), None);
    Answer::xml(200, "<api/>")
}

fn builder(scheme: &str, port: u16) -> ConnectionBuilder {
    Connection::builder(format!("{scheme}://127.0.0.1:{port}/ovirt-engine/api")).token("t")
}

const OPEN: &str = "HTTP/1.1 200 OK\r\n\r\n";

#[tokio::test]
async fn requests_go_through_a_tunnel_with_tls_or_without() {
    let identity = Identity::new(&["127.0.0.1"]);
    for (scheme, server) in [
        ("http", Server::http(api)),
        ("https", Server::https(&identity, api)),
    ] {
        let proxy = Proxy::start(OPEN);
        let builder = builder(scheme, server.port()).ca_pem(&identity.ca_pem);
        let builder = builder.proxy(proxy.url()).proxy_credentials("me", "p:w");
        builder.build().unwrap().test().await.unwrap();
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
async fn a_proxy_that_refuses_is_told_apart_from_the_engine() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for (url, words) in [
        (
            Proxy::start("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n").url(),
            "refused to connect",
        ),
        (
            Proxy::start("HTTP/1.1 502 Bad Gateway\r\n\r\n").url(),
            "refused to connect",
        ),
        (nobody, "cannot reach"),
        ("http://nosuchproxy.invalid:3128".to_owned(), "cannot reach"),
    ] {
        let connection = builder("https", 443)
            .proxy(&url)
            .proxy_credentials("me", "s3cret");
        let error = connection
            .insecure(true)
            .build()
            .unwrap()
            .test()
            .await
            .unwrap_err();
        assert!(matches!(error, Error::Connection(_)), "{error}");
        assert!(error.details().is_unsent());
        let text = format!("{error} {error:?}");
        assert!(text.contains(words) && text.contains("the proxy"), "{text}");
        assert!(!text.contains("s3cret"), "{text}");
    }
}

#[test]
fn a_url_of_a_proxy_that_can_not_be_used_is_refused() {
    for (url, words) in [
        ("", "malformed"),
        ("proxy:3128", "must start with http://"),
        ("https://proxy:3128", "must start with http://"),
        (
            "http://me:s3cret@proxy:3128",
            "proxy_credentials(user, password)",
        ),
    ] {
        let error = builder("https", 443)
            .insecure(true)
            .proxy(url)
            .build()
            .unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error}");
        assert!(error.to_string().contains(words), "{url}: {error}");
        assert!(!error.to_string().contains("s3cret"), "{error}");
    }
}
