//! Recordings: writing, replaying and rejecting them.

use std::fs;

use ovirt::types::{Host, Vm};
use ovirt::{Connection, Error};

use crate::support::TempDir;
use crate::support::server::Response;
use crate::support::stub_engine::StubEngine;

async fn work(connection: &Connection) -> Result<(Option<String>, usize), Error> {
    let system = connection.system_service();
    let host = Host::named("h").root_password("s3cret");
    let added = system.hosts_service().add(host).await?;
    let found = system.vms_service().list().search("name=a*").await?;
    Ok((added.name, found.len()))
}

#[tokio::test]
async fn replay_returns_the_recorded_responses_without_secrets() {
    let directory = TempDir::new("recording");
    let file = directory.join("recording.txt");
    let engine = StubEngine::new(|request| match request.method.as_str() {
        "POST" => Response::xml(201, "<host>\n  <name>h\u{fc}</name>\n</host>\n"),
        _ => Response::xml(200, "<vms><vm/><vm/></vms>"),
    });
    let connection = engine.builder().record(&file).build().unwrap();
    let recorded = work(&connection).await.unwrap();
    assert_eq!(recorded, (Some("h\u{fc}".to_owned()), 2));
    let text = fs::read_to_string(&file).unwrap();
    for secret in ["s3cret", "rd-42", "token-1"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(
        text.contains("> GET /ovirt-engine/api/vms?search=name%3Da*\n"),
        "{text}"
    );

    let builder = Connection::builder("https://elsewhere.example.com/ovirt-engine/api");
    let builder = builder.credentials("admin@internal", "another password");
    let replaying = builder.replay(&file).build().unwrap();
    assert_eq!(work(&replaying).await.unwrap(), recorded);
    // Responses to GET repeat, others do not.
    let vms = replaying.system_service().vms_service();
    assert_eq!(vms.list().search("name=a*").await.unwrap().len(), 2);
    let error = vms.add(Vm::named("x")).await.unwrap_err();
    assert!(matches!(error, Error::Connection(_)), "{error}");
    assert_eq!(
        error.to_string(),
        "the recording has no (more) responses to this request \
         (vms.add: POST /ovirt-engine/api/vms): \
         make a new recording with the requests that are sent now"
    );
    assert_eq!(engine.server.requests().len(), 3);
}

#[test]
fn unusable_recording_file_is_a_usage_error() {
    let directory = TempDir::new("unusable-recording");
    let builder = Connection::builder("https://e/ovirt-engine/api").token("t");
    let file = directory.join("missing").join("x");
    for builder in [builder.clone().record(&file), builder.clone().replay(&file)] {
        let error = builder.build().unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error}");
        assert!(error.to_string().contains("missing"), "{error}");
    }
    let file = directory.join("broken.txt");
    fs::write(&file, "> GET /\n").unwrap();
    let error = builder.replay(&file).build().unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, "line 1 does not start a request and its response");
}
