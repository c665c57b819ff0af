//! The complete text of each error, as users see it. A change of a text shows up here in review.
//!
//! Each row has the variant, the kind, whether the error is retryable, and the text. Addresses are
//! replaced by `SERVER`, fingerprints by `FINGERPRINT`.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder, Error};

use crate::support::server::{Identity, Response, Server};
use crate::support::stub_engine::PASSWORD;
use crate::support::{TempDir, gzip, test_error, unused_address, variant};

/// Replaces text from `start` on, as long as its characters are of a certain kind.
fn replace(text: &str, start: &str, end: fn(char) -> bool, new: &str) -> String {
    let mut parts = text.split(start);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        replaced.push_str(new);
        replaced.push_str(part.trim_start_matches(end));
    }
    replaced
}

fn rendered(error: &Error) -> String {
    let retryable = if error.is_retryable() {
        " retryable"
    } else {
        ""
    };
    let text = format!("{} {:?}{retryable}: {error}", variant(error), error.kind());
    let text = replace(&text, "127.0.0.1:", |c| c.is_ascii_digit(), "SERVER");
    let is_fingerprint = |c: char| c.is_ascii_hexdigit() || c == ':';
    let text = replace(&text, "SHA256:", is_fingerprint, "FINGERPRINT");
    // A source is not repeated in the text.
    if let Some(source) = std::error::Error::source(error) {
        assert!(!text.contains(&source.to_string()), "{text}: {source}");
    }
    text
}

/// A connection with a token to a server with this identity.
async fn tls_error(
    identity: &Identity,
    change: impl FnOnce(ConnectionBuilder) -> ConnectionBuilder,
) -> Error {
    let server = Server::https(identity, |_| Response::xml(200, "<api/>"));
    test_error(change(server.builder().token("t"))).await
}

/// The error of a connection test with this response.
async fn response_error(response: impl Fn() -> Response + Send + Sync + 'static) -> Error {
    let server = Server::http(move |_| response());
    test_error(server.builder().token("t")).await
}

/// The error of a login with this response.
async fn login_error(response: impl Fn() -> Response + Send + Sync + 'static) -> Error {
    let server = Server::http(move |_| response());
    test_error(server.builder().credentials("admin@internal", PASSWORD)).await
}

#[track_caller]
fn check(table: &[(Error, &str)]) {
    let actual: Vec<String> = table.iter().map(|(error, _)| rendered(error)).collect();
    let expected: Vec<&str> = table.iter().map(|(_, text)| *text).collect();
    assert_eq!(actual, expected, "{actual:#?}");
}

#[tokio::test]
#[rustfmt::skip]
async fn connection_errors() {
    let refusing = Connection::builder(format!("http://{}/ovirt-engine/api", unused_address()));
    let unknown = Connection::builder("http://nosuchhost.invalid/ovirt-engine/api").allow_plain_http(true);
    let proxied = Connection::builder("https://127.0.0.1:443/ovirt-engine/api").insecure(true);
    let proxied = proxied.proxy(format!("http://{}", unused_address()));
    let via = |proxy: &Server| {
        let builder = Connection::builder("https://127.0.0.1:443/ovirt-engine/api").insecure(true);
        builder.proxy(format!("http://127.0.0.1:{}", proxy.port()))
    };
    let (rejecting_proxy, failing_proxy) = (Server::http(|_| Response::empty(407)), Server::http(|_| Response::empty(502)));
    let hanging_proxy = Server::http(|_| Response::Never);
    let (rejected, failing) = (via(&rejecting_proxy), via(&failing_proxy));
    let hanging = via(&hanging_proxy).connect_timeout(Duration::from_millis(50));
    // The system accepts the connection, and nobody responds to the TLS handshake.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let silent = Connection::builder(format!("https://{}/ovirt-engine/api", listener.local_addr().unwrap()));
    let silent = silent.insecure(true).connect_timeout(Duration::from_millis(50));
    let slow = Server::http(|_| Response::Never);
    let slow_builder = slow.builder().timeout(Duration::from_millis(50));
    check(&[
        (test_error(refusing.token("t")).await, "Connection Unreachable retryable: SERVER refused the connection (test: GET /ovirt-engine/api): check the host and port in the URL, and that the engine is running"),
        (test_error(unknown.token("t")).await, "Connection Unreachable retryable: cannot resolve the host name of nosuchhost.invalid:80 (test: GET /ovirt-engine/api): check the host name in the URL and the DNS settings of this computer"),
        (test_error(proxied.token("t")).await, "Connection Unreachable retryable: cannot reach the proxy SERVER (test: GET /ovirt-engine/api): check the proxy URL and proxy_credentials; the source of this error has details"),
        (test_error(rejected.token("t")).await, "Connection Credentials: the proxy SERVER refused to connect to SERVER: it requires a login (status 407) (test: GET /ovirt-engine/api): set user and password for the proxy with proxy_credentials"),
        (test_error(failing.token("t")).await, "Connection Unreachable retryable: the proxy SERVER refused to connect to SERVER (test: GET /ovirt-engine/api): check the proxy URL and proxy_credentials; the source of this error has details"),
        (test_error(hanging.token("t")).await, "Timeout Timeout retryable: the proxy SERVER did not connect to SERVER within 50ms (test: GET /ovirt-engine/api): check the proxy URL and that the proxy is running, or raise connect_timeout"),
        (test_error(silent.token("t")).await, "Timeout Timeout retryable: timed out after 50ms connecting to SERVER (test: GET /ovirt-engine/api): check the network and firewalls between this computer and the engine, or raise connect_timeout"),
        (test_error(slow_builder.token("t")).await, "Timeout Timeout retryable: no complete response within 50ms (test: GET /ovirt-engine/api): the engine may still carry out the request; raise the timeout if it is known to take long"),
        (response_error(|| Response::Raw(Vec::new())).await, "Connection Unreachable retryable: SERVER closed the connection before responding (test: GET /ovirt-engine/api): the engine or a proxy in between closed the connection; a retry may help"),
        (response_error(|| Response::Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<api".to_vec())).await, "Connection Unreachable retryable: SERVER closed the connection before the end of the response (test: GET /ovirt-engine/api, status 200): the engine or a proxy in between closed the connection; a retry may help"),
    ]);
}

#[tokio::test]
#[rustfmt::skip]
async fn tls_errors() {
    let good = Identity::new(&["127.0.0.1"]);
    let other_host = Identity::new(&["other.example.com"]);
    let expired = Identity::with(&["127.0.0.1"], |params| params.not_after = rcgen::date_time_ymd(2001, 1, 1));
    let future = Identity::with(&["127.0.0.1"], |params| params.not_before = rcgen::date_time_ymd(3001, 1, 1));
    let nameless = Identity::with(&["127.0.0.1"], |params| params.subject_alt_names.clear());
    let self_signed = Identity::self_signed(&["127.0.0.1"], rcgen::IsCa::NoCa);
    let self_signed_ca = Identity::self_signed(&["127.0.0.1"], rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained));
    let plain = Server::http(|request| panic!("{request:?}"));
    let tls_to_plain = Connection::builder(plain.url_at("127.0.0.1").replace("http:", "https:"));
    let tls = Server::https(&good, |request| panic!("{request:?}"));
    let plain_to_tls = Connection::builder(tls.url_at("127.0.0.1").replace("https:", "http:"));
    let plain_page = "<html>Reason: You're speaking plain HTTP to an SSL-enabled server port.</html>";
    check(&[
        (tls_error(&good, |builder| builder.ca_pem(&other_host.ca_pem)).await, "Connection UntrustedCa: the certificate of SERVER was issued by an untrusted CA (CN=rcgen self signed cert; issued by CN=CA of 127.0.0.1; valid until 4096-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): pass the engine's CA certificate with ca_file or ca_pem; it can be downloaded from https://SERVER/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA"),
        (tls_error(&nameless, |builder| builder.ca_pem(&nameless.ca_pem)).await, "Connection BadCertificate: the certificate of SERVER names no host: it has no subject alternative name (SAN) (CN=rcgen self signed cert; issued by CN=CA of 127.0.0.1; valid until 4096-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): renew the certificate with the host name as a subject alternative name, as a common name (CN) does not count; or pass its fingerprint to server_fingerprint"),
        (tls_error(&self_signed, |builder| builder.ca_pem(&good.ca_pem)).await, "Connection UntrustedCa: the certificate of SERVER is self-signed (CN=rcgen self signed cert; issued by CN=rcgen self signed cert; valid until 4096-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): the certificate of an engine is issued by its CA, so check the URL; to trust this certificate alone, pass its fingerprint to server_fingerprint"),
        (tls_error(&self_signed_ca, |builder| builder.ca_pem(&good.ca_pem)).await, "Connection UntrustedCa: the certificate of SERVER is self-signed (CN=rcgen self signed cert; issued by CN=rcgen self signed cert; valid until 4096-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): the certificate of an engine is issued by its CA, so check the URL; to trust this certificate alone, pass its fingerprint to server_fingerprint"),
        (tls_error(&good, |builder| builder.server_fingerprint("00".repeat(32))).await, "Connection UntrustedCa: the certificate of SERVER is not the pinned one (CN=rcgen self signed cert; issued by CN=CA of 127.0.0.1; valid until 4096-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): if the engine has a new certificate, pass its fingerprint to server_fingerprint; otherwise someone may be intercepting the connection"),
        (tls_error(&other_host, |builder| builder.ca_pem(&other_host.ca_pem)).await, "Connection BadCertificate: the certificate of SERVER is for another host (CN=rcgen self signed cert; issued by CN=CA of other.example.com; valid until 4096-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): use a host name from the certificate in the URL"),
        (tls_error(&expired, |builder| builder.ca_pem(&expired.ca_pem)).await, "Connection BadCertificate: the certificate of SERVER has expired (CN=rcgen self signed cert; issued by CN=CA of 127.0.0.1; valid until 2001-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): renew the engine's certificate, or check the clock of this computer"),
        (tls_error(&future, |builder| builder.ca_pem(&future.ca_pem)).await, "Connection BadCertificate: the certificate of SERVER is not valid yet (CN=rcgen self signed cert; issued by CN=CA of 127.0.0.1; valid until 4096-01-01 00:00:00 UTC; FINGERPRINT) (test: GET /ovirt-engine/api): check the clocks of this computer and of the engine"),
        (test_error(tls_to_plain.insecure(true).token("t")).await, "Connection NotAnEngine: SERVER does not speak TLS (test: GET /ovirt-engine/api): check the port in the URL, or use http:// if the server is meant to use plain HTTP"),
        (test_error(plain_to_tls.token("t")).await, "Connection NotAnEngine: SERVER does not speak HTTP (test: GET /ovirt-engine/api): check the port in the URL; if it expects TLS, use https://"),
        (response_error(move || Response::html(400, plain_page)).await, "Connection NotAnEngine: SERVER expects TLS (test: GET /ovirt-engine/api, status 400): use https:// in the URL"),
    ]);
}

#[tokio::test]
#[rustfmt::skip]
async fn response_errors() {
    let fault = "<fault><reason>Operation Failed</reason><detail>[Cannot run VM. VM is locked.]</detail></fault>";
    let failure = "<fault><reason>Operation Failed</reason><detail>Storage is odd.</detail></fault>";
    let too_many_headers = || Response::Http(200, vec![("X-Header", "x".to_owned()); 200], Vec::new());
    let tls = Identity::new(&["127.0.0.1"]);
    let invalid = Server::https(&tls, |_| Response::Raw(b"SSH-2.0-OpenSSH_9\r\n".to_vec()));
    let deflated = || Response::Http(200, vec![("Content-Encoding", "deflate".to_owned())], b"x".to_vec());
    check(&[
        (test_error(invalid.builder().ca_pem(&tls.ca_pem).token("t")).await, "Response Other: the response is not valid HTTP (test: GET /ovirt-engine/api)"),
        (response_error(|| Response::Raw(b"SSH-2.0-OpenSSH_9\r\n".to_vec())).await, "Connection NotAnEngine: SERVER does not speak HTTP (test: GET /ovirt-engine/api): check the port in the URL; if it expects TLS, use https://"),
        (response_error(|| Response::compressed(200, gzip("<api/>")[..20].to_vec())).await, "Response Other: the compressed response is corrupt (test: GET /ovirt-engine/api, status 200): compress(false) requests uncompressed responses"),
        (response_error(deflated).await, "Response Other: the response has a content encoding that was not requested (test: GET /ovirt-engine/api, status 200): compress(false) requests uncompressed responses"),
        (response_error(too_many_headers).await, "Response NotAnEngine: the response of SERVER is not valid HTTP: it has too many or too large headers (test: GET /ovirt-engine/api): an engine sends few headers: check the URL, and what proxies in between add; cookies are a frequent reason"),
        (response_error(move || Response::xml(200, failure)).await, "Fault Failed: Operation Failed: Storage is odd. (test: GET /ovirt-engine/api, status 200): the engine's events and logs have details"),
        (response_error(|| Response::empty(304)).await, "Response Validation: the server sent no content, as nothing has changed (test: GET /ovirt-engine/api, status 304): remove headers such as If-None-Match and If-Modified-Since, and check that no proxy in between caches responses"),
        (response_error(|| Response::html(407, "<html><title>Squid</title>")).await, "Connection Credentials: a proxy requires a login: \"Squid\" (test: GET /ovirt-engine/api, status 407): set proxy and proxy_credentials"),
        (response_error(|| Response::html(401, "<html>")).await, "Auth Token: the engine rejected the token (test: GET /ovirt-engine/api, status 401): the token is unknown or expired: pass a new one, or pass credentials to log in with"),
        (response_error(|| Response::empty(403)).await, "Auth Permission: the engine denied permission (test: GET /ovirt-engine/api, status 403): the user lacks a permission for this operation"),
        (response_error(|| Response::empty(404)).await, "NotFound NotFound: not found (test: GET /ovirt-engine/api, status 404)"),
        (response_error(|| Response::empty(405)).await, "Fault Other: the engine does not support this operation on this path (test: GET /ovirt-engine/api, status 405)"),
        (response_error(move || Response::xml(409, fault)).await, "Fault Locked retryable: Operation Failed: Cannot run VM. VM is locked. (test: GET /ovirt-engine/api, status 409): retry in a moment, or use with_wait_while_locked to wait for the lock"),
        (response_error(|| Response::html(500, "<html><title>JBWEB: Error</title>")).await, "Fault Other: the engine or the web server in front of it failed: \"JBWEB: Error\" (test: GET /ovirt-engine/api, status 500)"),
        (response_error(|| Response::empty(503)).await, "Fault Starting retryable: the engine or the web server in front of it failed (test: GET /ovirt-engine/api, status 503): the engine is not ready or is overloaded; retry later"),
        (response_error(|| Response::header(302, "Location", "https://e/x?secret=1")).await, "Response NotAnEngine: the server redirects to https://e/x (test: GET /ovirt-engine/api, status 302): redirects are not followed; use the URL of the API itself, typically https://HOST/ovirt-engine/api"),
        (response_error(|| Response::html(200, "<html><title>Welcome</title>")).await, "Response NotAnEngine: the response is a web page (\"Welcome\"), not XML (test: GET /ovirt-engine/api, status 200): check that the URL is that of an engine's API"),
        (response_error(|| Response::json(200, "{}")).await, "Response NotAnEngine: the response is \"application/json\", not XML (test: GET /ovirt-engine/api, status 200): check that the URL is that of an engine's API"),
        (response_error(|| Response::xml(200, "")).await, "Response Other: the response is empty, expected an object (test: GET /ovirt-engine/api, status 200)"),
        (response_error(|| Response::xml(200, "<vms/>")).await, "Response NotAnEngine: the response is <vms>, expected <api> (test: GET /ovirt-engine/api, status 200): check that the URL is that of an engine's API"),
        (response_error(|| Response::xml(200, "nonsense")).await, "Response NotAnEngine: the response is not well-formed XML, expected <api> (test: GET /ovirt-engine/api, status 200): check that the URL is that of an engine's API"),
    ]);
}

#[tokio::test]
#[rustfmt::skip]
async fn login_errors() {
    let server = Server::http(|_| Response::empty(404));
    let refused = r#"{"error_code":"access_denied","error":"Cannot authenticate user 'x': The username or password is incorrect.."}"#;
    let no_profile = r#"{"error_code":"access_denied",
        "error":"Cannot authenticate user 'x': No valid profile found in credentials.."}"#;
    check(&[
        (test_error(server.builder()).await, "Usage Usage: no credentials to log in with (test: GET /ovirt-engine/api): pass credentials(user, password) or token(token) to the builder"),
        (login_error(move || Response::json(400, refused)).await, "Auth Credentials: the engine refused the login: Cannot authenticate user 'x': The username or password is incorrect (access_denied) (login: POST /ovirt-engine/sso/oauth/token, status 400): check the user name and password; the user name includes its profile, such as admin@internal, or admin@ovirt@internalsso if the engine uses Keycloak"),
        (login_error(move || Response::json(400, no_profile)).await, "Auth WrongProfile: the engine refused the login: Cannot authenticate user 'x': No valid profile found in credentials (access_denied) (login: POST /ovirt-engine/sso/oauth/token, status 400): the engine has no profile \"internal\": if it uses Keycloak, try admin@ovirt@internalsso"),
        (login_error(|| Response::html(401, "<html><title>Unauthorized</title>")).await, "Auth Token: the engine requires a login: \"Unauthorized\" (login: POST /ovirt-engine/sso/oauth/token, status 401): the engine does not accept the login; check that the user may use the API"),
        (login_error(|| Response::html(503, "<html><title>Busy</title>")).await, "Fault Starting retryable: the engine or the web server in front of it failed: \"Busy\" (login: POST /ovirt-engine/sso/oauth/token, status 503): the engine is not ready or is overloaded; retry later"),
        (login_error(|| Response::html(200, "<html><title>Welcome</title>")).await, "Response NotAnEngine: the response to the login is not from an engine's single sign-on service (\"Welcome\") (login: POST /ovirt-engine/sso/oauth/token, status 200): check that the URL is that of an engine's API"),
        (login_error(|| Response::json(200, "{")).await, "Response NotAnEngine: the response to the login is not from an engine's single sign-on service (login: POST /ovirt-engine/sso/oauth/token, status 200): check that the URL is that of an engine's API"),
        (login_error(|| Response::json(200, "{}")).await, "Response Other: the login response has no token (login: POST /ovirt-engine/sso/oauth/token, status 200): check sso_url and sso_token_name if they are set"),
        (login_error(|| Response::header(302, "Location", "https://e/x?secret=1")).await, "Response NotAnEngine: the server redirects to https://e/x (login: POST /ovirt-engine/sso/oauth/token, status 302): redirects are not followed; use the URL of the API itself, typically https://HOST/ovirt-engine/api"),
    ]);
}

#[test]
#[rustfmt::skip]
fn usage_errors_of_the_builder() {
    const URL: &str = "https://e/ovirt-engine/api";
    let directory = TempDir::new("error-texts");
    let profiles = directory.join("ovirt.conf");
    fs::write(&profiles, "[lab]\nengine_url = https://e\nusername = u\n[odd]\nengine_url = https://e\nsecure = x\n[empty]\n").unwrap();
    let invalid = directory.join("invalid");
    fs::write(&invalid, "nonsense").unwrap();
    let url = |url: &str| Connection::builder(url).build().unwrap_err();
    let proxy = |proxy: &str| Connection::builder(URL).insecure(true).proxy(proxy).build().unwrap_err();
    let profile = |file: &Path, name: &str| ConnectionBuilder::from_profile_in(file, name).unwrap_err();
    let ca = |pem: &str| Connection::builder(URL).ca_pem(pem).build().unwrap_err();
    let bad_ca = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let table = [
        (url(""), "the URL is empty: it should look like https://engine.example.com/ovirt-engine/api"),
        (url("engine.example.com"), "the URL has no scheme (https://): it should look like https://engine.example.com/ovirt-engine/api"),
        (url("ftp://e/ovirt-engine/api"), "the URL has a scheme other than https and http: it should look like https://engine.example.com/ovirt-engine/api"),
        (url("https://e/ovirt engine/api"), "the URL is malformed: it should look like https://engine.example.com/ovirt-engine/api"),
        (url("https://admin:s3cret@e/ovirt-engine/api"), "the URL contains a user name, which must be passed with credentials(user, password): it should look like https://engine.example.com/ovirt-engine/api"),
        (url("https://e/ovirt-engine/api?max=1"), "the URL has a query: it should look like https://engine.example.com/ovirt-engine/api"),
        (url("https://e/ovirt-engine/api#top"), "the URL has a fragment (#): it should look like https://engine.example.com/ovirt-engine/api"),
        (url("https://e:99999/ovirt-engine/api"), "the URL has an invalid port: it should look like https://engine.example.com/ovirt-engine/api"),
        (proxy(""), "the proxy URL is malformed: it should look like http://proxy.example.com:3128"),
        (proxy("https://proxy:3128"), "the proxy URL must start with http:// and name a host: it should look like http://proxy.example.com:3128"),
        (proxy("http://me:s3cret@proxy:3128"), "the proxy URL contains a user name: pass it with proxy_credentials(user, password) instead"),
        (ca("nothing"), "the text given to ca_pem contains no certificate in PEM form: it should have a line -----BEGIN CERTIFICATE-----"),
        (ca(bad_ca), "the text given to ca_pem contains an invalid certificate: invalid peer certificate: BadEncoding"),
        (Connection::builder(URL).server_fingerprint("12:34").build().unwrap_err(), "the fingerprint is not a SHA-256 digest: it should be SHA256: and 64 hexadecimal digits"),
        (profile(&directory.join("missing"), "lab"), "cannot read the profile file DIRECTORY/missing: it should have a section [lab]"),
        (profile(&profiles, "other"), "DIRECTORY/ovirt.conf has no profile \"other\", only: empty, lab, odd"),
        (profile(&profiles, "empty"), "the profile \"empty\" in DIRECTORY/ovirt.conf has no engine_url"),
        (profile(&profiles, "lab"), "the profile \"lab\" in DIRECTORY/ovirt.conf has a username but no password"),
        (profile(&profiles, "odd"), "the profile \"odd\" in DIRECTORY/ovirt.conf has an invalid value for secure: it must be true or false"),
        (profile(&invalid, "lab"), "DIRECTORY/invalid has no profile \"lab\", only: default"),
    ];
    let path = directory.path().to_str().unwrap();
    let actual: Vec<String> = table.iter().map(|(error, _)| error.to_string().replace(path, "DIRECTORY")).collect();
    let expected: Vec<&str> = table.iter().map(|(_, text)| *text).collect();
    assert_eq!(actual, expected, "{actual:#?}");
}
