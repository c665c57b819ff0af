//! Responses of a function in place of the network.

use std::sync::{Arc, Mutex};

use ovirt::types::Vm;
use ovirt::{Connection, ConnectionBuilder, Error, ErrorKind, StubRequest, StubResponse};

fn builder(
    respond: impl Fn(&StubRequest) -> StubResponse + Send + Sync + 'static,
) -> ConnectionBuilder {
    let builder = Connection::builder("https://engine.example.com/ovirt-engine/api");
    builder.respond_with(respond)
}

#[tokio::test]
async fn function_sees_each_request_and_responds() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let log = Arc::clone(&seen);
    let builder = builder(move |request| {
        let line = format!(
            "{} {}?{} {:?} {}",
            request.method(),
            request.path(),
            request.query(),
            request.header("Authorization"),
            String::from_utf8_lossy(request.body()),
        );
        log.lock().unwrap().push(line);
        match request.path() {
            "/ovirt-engine/sso/oauth/token" => StubResponse::new(200)
                .with_header("Content-Type", "application/json")
                .with_body(r#"{"access_token":"t1"}"#),
            "/ovirt-engine/api/vms" if request.method() == "GET" => {
                StubResponse::xml(200, "<vms><vm><name>web1</name></vm></vms>")
            }
            _ => StubResponse::xml(409, "<fault><detail>VM is locked.</detail></fault>"),
        }
    });
    let builder = builder.credentials("admin@internal", "secret word");
    let connection = builder.build().unwrap();
    let vms = connection.system_service().vms_service();
    let found = vms.list().search("name=w*").await.unwrap();
    assert_eq!(found[0].name.as_deref(), Some("web1"));
    let error = vms.add(Vm::named("web2")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Locked, "{error}");
    assert_eq!(
        *seen.lock().unwrap(),
        [
            "POST /ovirt-engine/sso/oauth/token? None grant_type=password&scope=ovirt-app-api&\
             username=admin%40internal&password=secret+word",
            "GET /ovirt-engine/api/vms?search=name%3Dw* Some(\"Bearer t1\") ",
            "POST /ovirt-engine/api/vms? Some(\"Bearer t1\") <vm><name>web2</name></vm>",
        ]
    );
}

#[tokio::test]
async fn invalid_response_of_the_function_is_a_usage_error() {
    for response in [
        StubResponse::new(7),
        StubResponse::new(200).with_header("a b", "c"),
        StubResponse::new(200).with_header("a", "b\nc"),
    ] {
        let connection = builder(move |_| response.clone())
            .token("t")
            .build()
            .unwrap();
        let error = connection.test().await.unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error:?}");
    }
}

#[test]
fn request_is_printed_without_secrets() {
    let connection = builder(|request| {
        let text = format!("{request:?}");
        assert!(text.contains("GET") && !text.contains("hush"), "{text}");
        StubResponse::xml(200, "<api/>")
    });
    let connection = connection.token("hush").build().unwrap();
    connection.test().call().unwrap();
}
