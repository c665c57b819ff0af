//! Whom connections trust, and how that is found out and told.

use std::fs;
use std::path::PathBuf;

use ovirt::{Connection, ConnectionBuilder, Error, ErrorKind};
use ovirt_engine_sim::Engine;

use crate::server::{Answer, Identity, Server};

fn server(identity: &Identity) -> Server {
    Server::https(identity, |_| Answer::xml(200, "<api/>"))
}

fn builder(server: &Server) -> ConnectionBuilder {
    let url = format!("https://127.0.0.1:{}/ovirt-engine/api", server.port());
    Connection::builder(url).token("t")
}

async fn test(builder: ConnectionBuilder) -> Result<(), Error> {
    builder.build().unwrap().test().await
}

/// A folder, gone with this.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("ovirt-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn the_ca_of_an_engine_is_fetched_looked_at_and_trusted() {
    let engine = Engine::builder().start().unwrap();
    let builder =
        Connection::builder(engine.url()).credentials(engine.username(), engine.password());
    // Nobody knows the CA yet.
    let error = builder.clone().ca_pem(&Identity::new(&["x"]).ca_pem);
    let error = test(error).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UntrustedCa);

    let ca = builder.clone().fetch_ca().unwrap().await.unwrap();
    assert!(ca.subject().contains("CN="), "{}", ca.subject());
    assert!(ca.valid_until().ends_with("UTC"), "{}", ca.valid_until());
    ca.check(&ca.fingerprint()).unwrap();
    let wrong = "00".repeat(32);
    let error = ca.check(&wrong).unwrap_err().to_string();
    assert!(
        error.contains(&ca.fingerprint()) && error.contains("intercepting"),
        "{error}"
    );
    assert!(ca.check("SHA256:12").is_err());

    let folder = Folder::new("fetched");
    let file = folder.0.join("ca.pem");
    ca.save(&file).unwrap();
    test(builder.clone().ca_file(&file)).await.unwrap();
    test(builder.clone().ca_dir(&folder.0)).await.unwrap();
    test(builder.ca_pem(ca.pem())).await.unwrap();
    assert!(ca.save(folder.0.join("no/such")).is_err());
    // Nothing was sent to get it that somebody could misuse.
    let requests = engine.requests();
    let fetch = requests
        .iter()
        .find(|request| request.path.contains("pki-resource"));
    assert!(!format!("{:?}", fetch.unwrap()).contains(engine.password()));
}

#[tokio::test]
async fn what_is_no_certificate_is_not_fetched() {
    for (answer, kind) in [
        (Answer::empty as fn(u16) -> Answer, ErrorKind::NotFound),
        (
            |_| Answer::html(200, "<html></html>"),
            ErrorKind::NotAnEngine,
        ),
    ] {
        let server = Server::https(&Identity::new(&["127.0.0.1"]), move |_| answer(404));
        let error = builder(&server).fetch_ca().unwrap().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
    }
}

#[tokio::test]
async fn an_error_says_which_certificate_it_was() {
    let identity = Identity::new(&["127.0.0.1"]);
    let server = server(&identity);
    let other = Identity::new(&["other"]);
    let error = test(builder(&server).ca_pem(&other.ca_pem))
        .await
        .unwrap_err();
    let text = error.to_string();
    for words in [
        "issued by CN=CA of 127.0.0.1",
        "SHA256:",
        "valid until",
        "pki-resource",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// The fingerprint in the error of a server that isn't trusted.
async fn fingerprint(server: &Server) -> String {
    let other = Identity::new(&["other"]);
    let error = test(builder(server).ca_pem(&other.ca_pem))
        .await
        .unwrap_err()
        .to_string();
    let begin = error.find("SHA256:").unwrap();
    let end = error[begin..].find(')').unwrap();
    error[begin..begin + end].to_owned()
}

#[tokio::test]
async fn a_server_can_be_pinned_by_the_fingerprint_of_its_certificate() {
    let (one, two) = (Identity::new(&["elsewhere"]), Identity::new(&["127.0.0.1"]));
    let (one, two) = (server(&one), server(&two));
    let pinned = fingerprint(&one).await;
    test(builder(&one).server_fingerprint(&pinned))
        .await
        .unwrap();
    let error = test(builder(&two).server_fingerprint(&pinned))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UntrustedCa);
    assert!(
        error.to_string().contains("is not the pinned one"),
        "{error}"
    );
    let error = builder(&one)
        .server_fingerprint("12:34")
        .build()
        .unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error}");
}

#[tokio::test]
async fn the_cas_of_the_system_can_be_trusted_besides() {
    let identity = Identity::new(&["127.0.0.1"]);
    let server = server(&identity);
    test(builder(&server).ca_pem(&identity.ca_pem).system_cas(true))
        .await
        .unwrap();
}

#[test]
fn a_folder_without_cas_is_an_error() {
    let folder = Folder::new("empty");
    fs::write(folder.0.join("readme.txt"), "x").unwrap();
    let build = |path: PathBuf| {
        let builder = Connection::builder("https://e/ovirt-engine/api").ca_dir(path);
        builder.build().unwrap_err().to_string()
    };
    assert!(build(folder.0.clone()).contains("has no CA files"));
    assert!(build(folder.0.join("none")).contains("can't be read"));
    fs::write(folder.0.join("a.pem"), "x").unwrap();
    assert!(build(folder.0.clone()).contains("no certificate in PEM form"));
}

#[tokio::test]
async fn a_probe_tells_engines_from_other_servers() {
    let engine = Engine::builder().start().unwrap();
    let found = Connection::builder(engine.url())
        .probe()
        .unwrap()
        .await
        .unwrap();
    assert!(
        found.is_engine && found.has_version_4 && found.gives_ca,
        "{found:?}"
    );
    assert!(found.has_sso && !found.offers_negotiate, "{found:?}");
    assert_eq!(found.is_healthy, Some(true));
    let other = Server::http(|_| Answer::html(404, "<html></html>"));
    let url = format!("http://127.0.0.1:{}/ovirt-engine/api", other.port());
    let found = Connection::builder(url).probe().unwrap().await.unwrap();
    assert_eq!(found, Default::default());
    for request in other.requests() {
        assert_eq!(request.header("authorization"), None);
    }
    let kerberos = Server::http(|_| {
        Answer::Http(
            401,
            vec![("WWW-Authenticate", "Negotiate".to_owned())],
            Vec::new(),
        )
    });
    let url = format!("http://127.0.0.1:{}/ovirt-engine/api", kerberos.port());
    let found = Connection::builder(url)
        .credentials("u", "p")
        .probe()
        .unwrap()
        .await
        .unwrap();
    assert!(found.is_engine && found.offers_negotiate, "{found:?}");
    drop(kerberos);
}
