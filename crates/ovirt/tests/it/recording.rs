//! Exchanges that are recorded and played again.

use std::fs;
use std::path::PathBuf;

use ovirt::types::{Host, Vm};
use ovirt::{Connection, Error};

use crate::engine::{Engine, PASSWORD};
use crate::server::Answer;

/// A file that isn't there yet, and is gone with this.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let name = format!("ovirt-{}-{name}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

async fn work(connection: &Connection) -> Result<(Option<String>, usize), Error> {
    let system = connection.system_service();
    let host = Host::named("h").root_password("s3cret");
    let added = system.hosts_service().add(host).await?;
    let found = system.vms_service().list().search("name=a*").await?;
    Ok((added.name, found.len()))
}

#[tokio::test]
async fn a_recording_gives_the_same_answers_and_has_no_secrets() {
    let file = Scratch::new("recording.txt");
    let engine = Engine::new(|request| match request.method.as_str() {
        "POST" => Answer::xml(201, "<host>\n  <name>h\u{fc}</name>\n</host>\n"),
        _ => Answer::xml(200, "<vms><vm/><vm/></vms>"),
    });
    let builder = engine.builder().credentials("admin@internal", PASSWORD);
    let connection = builder.record(&file.0).build().unwrap();
    let recorded = work(&connection).await.unwrap();
    assert_eq!(recorded, (Some("h\u{fc}".to_owned()), 2));
    let text = fs::read_to_string(&file.0).unwrap();
    for secret in ["s3cret", "rd-42", "token-1"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(
        text.contains("> GET /ovirt-engine/api/vms?search=name%3Da*\n"),
        "{text}"
    );

    let builder = Connection::builder("https://elsewhere.example.com/ovirt-engine/api");
    let builder = builder.credentials("admin@internal", "another password");
    let played = builder.replay(&file.0).build().unwrap();
    assert_eq!(work(&played).await.unwrap(), recorded);
    // What only reads can be asked for again; what changes something can't.
    let vms = played.system_service().vms_service();
    assert_eq!(vms.list().search("name=a*").await.unwrap().len(), 2);
    let error = vms.add(Vm::named("x")).await.unwrap_err();
    assert!(matches!(error, Error::Connection(_)), "{error}");
    assert!(
        error.to_string().contains("POST /ovirt-engine/api/vms"),
        "{error}"
    );
    assert_eq!(engine.server.requests().len(), 3);
}

#[test]
fn a_recording_that_can_not_be_used_is_an_error() {
    let builder = |file: &str| {
        let file = std::env::temp_dir().join("no such folder").join(file);
        let builder = Connection::builder("https://e/ovirt-engine/api").token("t");
        [builder.clone().record(&file), builder.replay(&file)]
    };
    for builder in builder("x") {
        let error = builder.build().unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error}");
        assert!(error.to_string().contains("no such folder"), "{error}");
    }
    let file = Scratch::new("broken.txt");
    fs::write(&file.0, "> GET /\n").unwrap();
    let builder = Connection::builder("https://e/ovirt-engine/api").token("t");
    let error = builder.replay(&file.0).build().unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("line 1"), "{source}");
}
