//! Which servers a connection trusts: CAs, fingerprints and probing.

use std::fs;
use std::path::Path;

use ovirt::{Connection, ConnectionBuilder, ErrorKind};
use ovirt_engine_sim::Engine;

use crate::support::server::{Identity, Response, Server};
use crate::support::{TempDir, all_texts, test, test_error};

fn server(identity: &Identity) -> Server {
    Server::https(identity, |_| Response::xml(200, "<api/>"))
}

fn builder(server: &Server) -> ConnectionBuilder {
    server.builder().token("t")
}

#[tokio::test]
async fn tls_configuration_of_the_program_decides() {
    use ovirt::rustls::pki_types::CertificateDer;
    use ovirt::rustls::pki_types::pem::PemObject as _;
    use ovirt::rustls::{ClientConfig, RootCertStore, crypto};

    let config = |ca_pem: &str| {
        let mut roots = RootCertStore::empty();
        let ca = CertificateDer::from_pem_slice(ca_pem.as_bytes()).unwrap();
        roots.add(ca).unwrap();
        ClientConfig::builder_with_provider(crypto::ring::default_provider().into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth()
    };
    let identity = Identity::new(&["127.0.0.1"]);
    let server = server(&identity);
    let trusting = builder(&server).tls_config(config(&identity.ca_pem));
    test(trusting.clone()).await.unwrap();
    assert!(!format!("{trusting:?}").contains("verifier"));

    // Other options do not weaken it.
    let other = config(&Identity::new(&["127.0.0.1"]).ca_pem);
    let distrusting = builder(&server).tls_config(other).insecure(true);
    let error = test_error(distrusting).await;
    assert!(
        all_texts(&error).contains("invalid peer certificate"),
        "{error}"
    );

    let both = trusting.server_fingerprint("00".repeat(32));
    let error = both.build().unwrap_err();
    assert!(error.to_string().contains("both set"), "{error}");
}

#[tokio::test]
async fn ca_of_an_engine_is_fetched_verified_and_trusted() {
    let engine = Engine::builder().start().unwrap();
    let builder =
        Connection::builder(engine.url()).credentials(engine.username(), engine.password());
    let other_ca = Identity::new(&["x"]).ca_pem;
    let error = test_error(builder.clone().ca_pem(other_ca)).await;
    assert_eq!(error.kind(), ErrorKind::UntrustedCa);

    let ca = builder.clone().fetch_ca().unwrap().await.unwrap();
    assert!(ca.subject().contains("CN="), "{}", ca.subject());
    assert!(ca.valid_until().ends_with("UTC"), "{}", ca.valid_until());
    ca.check(&ca.fingerprint()).unwrap();
    let error = ca.check(&"00".repeat(32)).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "the CA certificate has the fingerprint {}, not SHA256:{}: \
             someone may be intercepting the connection",
            ca.fingerprint(),
            ["00"; 32].join(":")
        )
    );
    assert!(ca.check("SHA256:12").is_err());

    let directory = TempDir::new("fetched");
    let file = directory.join("ca.pem");
    ca.save(&file).unwrap();
    test(builder.clone().ca_file(&file)).await.unwrap();
    test(builder.clone().ca_dir(directory.path()))
        .await
        .unwrap();
    test(builder.ca_pem(ca.pem())).await.unwrap();
    let error = ca.save(directory.join("missing/ca.pem")).unwrap_err();
    assert!(error.to_string().starts_with("cannot write the CA file"));
    // The server was not trusted yet, so no credentials were sent.
    let requests = engine.requests();
    let fetch = requests
        .iter()
        .find(|request| request.path.contains("pki-resource"));
    assert!(!format!("{:?}", fetch.unwrap()).contains(engine.password()));
}

#[tokio::test]
async fn fetching_the_ca_fails_unless_the_response_is_a_certificate() {
    type Case = (fn() -> Response, ErrorKind);
    let table: [Case; 2] = [
        (|| Response::empty(404), ErrorKind::NotFound),
        (
            || Response::html(200, "<html></html>"),
            ErrorKind::NotAnEngine,
        ),
    ];
    for (response, kind) in table {
        let server = Server::https(&Identity::new(&["127.0.0.1"]), move |_| response());
        let error = builder(&server).fetch_ca().unwrap().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
    }
}

/// The fingerprint in the error for an untrusted server.
async fn fingerprint(server: &Server) -> String {
    let other = Identity::new(&["other"]);
    let error = test_error(builder(server).ca_pem(&other.ca_pem)).await;
    let error = error.to_string();
    let start = error.find("SHA256:").unwrap();
    let end = error[start..].find(')').unwrap();
    error[start..start + end].to_owned()
}

#[tokio::test]
async fn pinned_server_is_accepted_whatever_its_name_and_ca() {
    let (one, two) = (Identity::new(&["elsewhere"]), Identity::new(&["127.0.0.1"]));
    let (one, two) = (server(&one), server(&two));
    let pinned = fingerprint(&one).await;
    test(builder(&one).server_fingerprint(&pinned))
        .await
        .unwrap();
    let error = test_error(builder(&two).server_fingerprint(&pinned)).await;
    assert_eq!(error.kind(), ErrorKind::UntrustedCa);
}

#[tokio::test]
async fn system_cas_are_trusted_in_addition_to_others() {
    let identity = Identity::new(&["127.0.0.1"]);
    let server = server(&identity);
    let builder = builder(&server).ca_pem(&identity.ca_pem);
    test(builder.system_cas(true)).await.unwrap();
}

#[test]
fn directory_without_a_valid_ca_file_is_rejected() {
    let directory = TempDir::new("empty");
    fs::write(directory.join("readme.txt"), "x").unwrap();
    let error = |path: &Path| {
        let builder = Connection::builder("https://e/ovirt-engine/api").ca_dir(path);
        builder.build().unwrap_err().to_string()
    };
    assert!(error(directory.path()).contains("has no CA files"));
    assert!(error(&directory.join("missing")).contains("cannot be read"));
    fs::write(directory.join("a.pem"), "x").unwrap();
    assert!(error(directory.path()).contains("no certificate in PEM form"));
}

#[tokio::test]
async fn probe_distinguishes_engines_from_other_servers() {
    let engine = Engine::builder().start().unwrap();
    let probe = |builder: ConnectionBuilder| async move { builder.probe().unwrap().await.unwrap() };
    let found = probe(Connection::builder(engine.url())).await;
    assert!(
        found.is_engine && found.has_version_4 && found.gives_ca,
        "{found:?}"
    );
    assert!(found.has_sso && !found.offers_negotiate, "{found:?}");
    assert_eq!(found.is_healthy, Some(true));
    let other = Server::http(|_| Response::html(404, "<html></html>"));
    assert_eq!(probe(other.builder()).await, Default::default());
    for request in other.requests() {
        assert_eq!(request.header("authorization"), None);
    }
    let kerberos = Server::http(|_| Response::header(401, "WWW-Authenticate", "Negotiate"));
    let found = probe(kerberos.builder().credentials("u", "p")).await;
    assert!(found.is_engine && found.offers_negotiate, "{found:?}");
}

#[tokio::test]
async fn expired_ca_is_trusted_as_long_as_the_certificate_of_the_server_is_valid() {
    let mut authority = rcgen::CertificateParams::new(Vec::new()).unwrap();
    authority.not_after = rcgen::date_time_ymd(2001, 1, 1);
    let identity = Identity::issued_by(authority, &["127.0.0.1"], |_| {});
    let server = server(&identity);
    test(builder(&server).ca_pem(&identity.ca_pem))
        .await
        .unwrap();
}

#[tokio::test]
async fn self_signed_certificate_can_be_pinned() {
    let server = server(&Identity::self_signed(&["elsewhere"], rcgen::IsCa::NoCa));
    let pinned = fingerprint(&server).await;
    test(builder(&server).server_fingerprint(pinned))
        .await
        .unwrap();
}

#[tokio::test]
async fn client_certificate_is_presented_to_a_server_that_requires_one() {
    let client = Identity::new(&["client"]);
    let identity = Identity::new(&["127.0.0.1"]).requiring(&client.ca_pem);
    let server = server(&identity);
    let builder = builder(&server).ca_pem(&identity.ca_pem);
    let with = |client: &Identity| {
        let (certificate, key) = (client.certificate_pem.as_str(), client.key_pem.as_str());
        builder.clone().client_certificate(certificate, key)
    };
    assert!(!format!("{:?}", with(&client)).contains("PRIVATE"));
    test(with(&client)).await.unwrap();
    test_error(builder.clone()).await;
    test_error(with(&Identity::new(&["client"]))).await;
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn invalid_client_certificate_is_rejected() {
    let client = Identity::new(&["client"]);
    let (certificate, key) = (client.certificate_pem.as_str(), client.key_pem.as_str());
    let other = Identity::new(&["client"]);
    for (certificate, key, text) in [
        (
            "nothing",
            key,
            "the client certificate contains no certificate in PEM form",
        ),
        (certificate, "nothing", "is not a private key in PEM form"),
        (
            certificate,
            other.key_pem.as_str(),
            "the client certificate is not usable",
        ),
    ] {
        let builder = Connection::builder("https://e/ovirt-engine/api").insecure(true);
        let error = builder
            .client_certificate(certificate, key)
            .build()
            .unwrap_err();
        assert!(error.to_string().contains(text), "{text}: {error}");
    }
}
