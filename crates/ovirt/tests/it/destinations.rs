//! Where requests go, and what they carry there.

use ovirt::types::{FromXml as _, Vm};
use ovirt::{Connection, Error, ErrorKind};

use crate::support::server::{Identity, Response, Server};
use crate::support::stub_engine::{PASSWORD, StubEngine};
use crate::support::{TempDir, test_error};

#[tokio::test]
async fn https_address_is_never_dialled_without_tls() {
    let api = Server::http(|_| Response::xml(200, "<api/>"));
    // It would respond without TLS.
    let sso = Server::http(|_| Response::json(200, r#"{"access_token":"t"}"#));
    let url = format!("https://127.0.0.1:{}/token", sso.port());
    let builder = api.builder().credentials("admin@internal", PASSWORD);
    let error = test_error(builder.insecure(true).sso_url(url)).await;
    assert_eq!(error.kind(), ErrorKind::NotAnEngine, "{error}");
    assert!(sso.requests().is_empty(), "{:?}", sso.requests());
    assert!(api.requests().is_empty());
}

#[tokio::test]
async fn https_login_works_with_an_api_without_tls() {
    let identity = Identity::new(&["127.0.0.1"]);
    let api = Server::http(|_| Response::xml(200, "<api/>"));
    let sso = Server::https(&identity, |_| {
        Response::json(200, r#"{"access_token":"t"}"#)
    });
    let url = format!("https://127.0.0.1:{}/token", sso.port());
    let builder = api.builder().credentials("admin@internal", PASSWORD);
    let builder = builder.insecure(true).sso_url(url);
    builder.build().unwrap().test().await.unwrap();
    assert_eq!(sso.requests().len(), 1);
}

#[test]
fn plain_http_to_another_computer_must_be_permitted() {
    let builder = |url: &str| Connection::builder(url).credentials("admin@internal", PASSWORD);
    let remote = "http://engine.example.com/ovirt-engine/api";
    let error = builder(remote).build().unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the URL uses http://, so the password and the token would travel over the network in \
         clear text: use https://, or permit it with allow_plain_http(true)"
    );
    builder(remote).allow_plain_http(true).build().unwrap();
    for host in ["localhost", "127.0.0.1:8080", "[::1]"] {
        let url = format!("http://{host}/ovirt-engine/api");
        builder(&url).build().unwrap();
    }

    let secure = builder("https://engine.example.com/ovirt-engine/api").insecure(true);
    let sso = "http://sso.example.com/token";
    for (builder, option) in [
        (secure.clone().sso_url(sso), "sso_url"),
        (secure.clone().sso_revoke_url(sso), "sso_revoke_url"),
    ] {
        let error = builder.clone().build().unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("{option} uses http://")),
            "{error}"
        );
        builder.allow_plain_http(true).build().unwrap();
    }

    // A replay sends nothing.
    let directory = TempDir::new("plain-replay");
    let file = directory.join("recording.txt");
    std::fs::write(&file, "").unwrap();
    builder(remote).replay(file).build().unwrap();
}

#[tokio::test]
async fn fetching_the_ca_and_probing_send_no_headers_and_credentials_of_the_user() {
    let server = Server::https(&Identity::new(&["127.0.0.1"]), |_| Response::empty(404));
    let builder = server
        .builder()
        .credentials("hush-user", "hush-password")
        .token("hush-token")
        .header("X-Secret", "hush-header")
        .header("Cookie", "hush-cookie")
        .header("User-Agent", "hush-agent");
    builder.clone().fetch_ca().unwrap().await.unwrap_err();
    builder.probe().unwrap().await.unwrap();
    let requests = server.requests();
    assert!(requests.len() > 1);
    let sent = format!("{requests:?}");
    assert!(!sent.contains("hush"), "{sent}");
}

#[tokio::test]
async fn insecure_does_not_overrule_a_failed_pin() {
    let server = Server::https(&Identity::new(&["127.0.0.1"]), |_| {
        Response::xml(200, "<api/>")
    });
    let builder = server.builder().token("t");
    let builder = builder.server_fingerprint("00".repeat(32)).insecure(true);
    let fetching = builder.clone().fetch_ca().unwrap();
    let probing = builder.clone().probe().unwrap();
    for error in [
        test_error(builder).await,
        fetching.await.unwrap_err(),
        probing.await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::UntrustedCa, "{error}");
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn raw_requests_and_links_stay_below_the_root_of_the_api() {
    let engine = StubEngine::new(|_| Response::xml(200, "<vm/>"));
    let connection = engine.connect_with_token();
    for path in [
        "/../sso/oauth/token",
        "/vms/../../services",
        "/vms/%2e%2e/%2E%2e/services",
        "/vms/..%2f..%2fservices",
        "/vms/%252e%252e/x",
        "/vms/..;x/y",
        "/vms\\..\\..\\services",
        "/vms/..%5c..%5cservices",
        "https://other.example.com/ovirt-engine/api/vms",
        "/vms//1",
    ] {
        let error = connection.raw("GET", path).await.unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{path}: {error:?}");
        let error = error.to_string();
        assert!(error.contains("use a path below the API's root"), "{error}");

        for href in [path.to_owned(), format!("/ovirt-engine/api{path}")] {
            let document = format!("<vm href=\"{href}\"/>");
            let vm = Vm::from_xml(document).unwrap();
            let error = connection.follow(&vm).await.unwrap_err();
            assert!(matches!(error, Error::Usage(_)), "{href}: {error:?}");
        }
    }
    // Identifiers are encoded, but a server may decode a path twice.
    let vms = connection.system_service().vms_service();
    let error = vms.vm_service("../../services").get().await.unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
    assert!(engine.server.requests().is_empty());

    connection.raw("GET", "/vms/a%2Fb").await.unwrap();
    assert_eq!(
        engine.api_requests()[0].target,
        "/ovirt-engine/api/vms/a%2Fb"
    );
}
