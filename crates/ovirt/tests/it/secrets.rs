//! No output shows passwords, tokens and other secrets.

use std::fs;

use ovirt::types::{
    Action, Agent, CustomProperty, ExternalVmImport, File, Host, HostStorage, Initialization,
    NamedOption, Patch, Payload, PowerManagement, Property, StorageDomain, Vm,
};
use ovirt::{Connection, Error};

use crate::support::server::{Response, Server};
use crate::support::stub_engine::StubEngine;
use crate::support::{TempDir, all_texts, new_vm};

const SECRETS: [&str; 3] = ["hush-password", "hush-token", "hush-header"];

#[track_caller]
fn assert_redacted(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{text}");
    }
}

#[track_caller]
fn assert_redacted_error(error: &Error) {
    assert_redacted(&all_texts(error));
}

fn connection(port: u16, with_token: bool) -> Connection {
    let url = format!("http://127.0.0.1:{port}/ovirt-engine/api");
    let mut builder = Connection::builder(url)
        .credentials("admin@internal", SECRETS[0])
        .header("X-Secret", SECRETS[2]);
    if with_token {
        builder = builder.token(SECRETS[1]);
    }
    assert_redacted(&format!("{builder:?} {builder:#?}"));
    let connection = builder.build().unwrap();
    assert_redacted(&format!("{connection:?} {connection:#?}"));
    connection
}

#[test]
fn builders_connections_and_requests_are_redacted() {
    let connection = connection(9, true);
    let call = connection.authenticate();
    assert_redacted(&format!("{call:?}"));
    let request = connection
        .raw("POST", "/vms")
        .header("Authorization", SECRETS[1])
        .query("password", SECRETS[0])
        .body(SECRETS[0]);
    assert_redacted(&format!("{request:?}"));
    let builder = Connection::builder(format!("https://u:{}@e/ovirt-engine/api", SECRETS[0]));
    assert_redacted(&format!("{builder:?}"));
    assert_redacted_error(&builder.build().unwrap_err());
}

#[tokio::test]
async fn errors_are_redacted() {
    let responses: [fn() -> Response; 7] = [
        || Response::empty(404),
        || Response::html(401, "<html></html>"),
        || Response::xml(409, "<fault><reason>No</reason></fault>"),
        || Response::html(500, "<html></html>"),
        || Response::Raw(Vec::new()),
        || Response::Raw(b"nonsense".to_vec()),
        || Response::json(400, r#"{"error_code":"access_denied","error":"No"}"#),
    ];
    for response in responses {
        let server = Server::http(move |_| response());
        for with_token in [true, false] {
            let connection = connection(server.port(), with_token);
            let request = connection.raw("GET", "/vms").query("password", SECRETS[0]);
            assert_redacted_error(&request.await.unwrap_err());
            let error = connection.test().await.unwrap_err();
            assert_redacted_error(&error);
        }
    }
}

#[tokio::test]
async fn pending_calls_and_responses_are_redacted() {
    let body = format!(r#"{{"access_token":"{}"}}"#, SECRETS[1]);
    let server = Server::http(move |_| Response::json(200, &body));
    let connection = connection(server.port(), false);
    let pending = connection.authenticate().spawn();
    assert_redacted(&format!("{pending:?}"));
    assert_eq!(pending.await.unwrap(), SECRETS[1]);
    assert_redacted(&format!("{connection:?}"));
    let response = connection.raw("GET", "/").await.unwrap();
    assert_redacted(&format!("{response:?}"));
}

#[tokio::test]
async fn errors_for_invalid_secrets_are_redacted() {
    let engine = StubEngine::empty();
    let invalid = format!("{}\nx", SECRETS[1]);
    for builder in [
        engine.builder().token(&invalid),
        engine.builder().header("X-Secret", &invalid),
    ] {
        assert_redacted_error(&builder.build().unwrap_err());
    }
}

/// Responses that repeat secrets.
fn repeating_responses(secrets: &[&str]) -> Vec<Response> {
    let all = secrets.join(" ");
    let fault = format!("<fault><reason>{all}</reason><detail>[{all}]</detail></fault>");
    let page = format!("<html><title>{all}</title><body>{all}</body></html>");
    // Shortening the text must not leave a part of the password.
    let cut = format!("{}{}", "x".repeat(195), SECRETS[0]);
    let mut responses = vec![
        Response::xml(409, &fault),
        Response::xml(500, &format!("<action>{fault}</action>")),
        Response::xml(200, &fault),
        Response::html(500, &page),
        Response::html(200, &page),
        Response::html(500, &cut),
        Response::html(401, &page),
        Response::json(400, &format!(r#"{{"error":"{all}","error_code":"x"}}"#)),
        Response::xml(200, &format!("<{}/>", SECRETS[0])),
        Response::header(302, "Location", format!("https://e/{}", SECRETS[0])),
    ];
    for secret in secrets {
        // A value that is no number, in a list and outside.
        let vm = format!("<vm><memory>{secret}</memory></vm>");
        responses.push(Response::xml(200, &vm));
        responses.push(Response::xml(200, &format!("<vms>{vm}</vms>")));
        let headers = vec![("Correlation-Id", (*secret).to_owned())];
        responses.push(Response::Http(409, headers, fault.clone().into_bytes()));
    }
    responses
}

#[tokio::test]
async fn server_texts_that_repeat_secrets_are_redacted() {
    let without_token = [SECRETS[0], SECRETS[2]];
    // With the token, the API repeats them; without one, the login does.
    for (with_token, secrets) in [(true, &SECRETS[..]), (false, &without_token)] {
        for response in repeating_responses(secrets) {
            let server = Server::once(response);
            let vms = connection(server.port(), with_token)
                .system_service()
                .vms_service();
            assert_redacted_error(&vms.list().await.unwrap_err());
        }
    }
    for response in repeating_responses(&SECRETS) {
        let server = Server::once(response);
        let vms = connection(server.port(), true)
            .system_service()
            .vms_service();
        assert_redacted_error(&vms.vm_service("1").get().await.unwrap_err());
    }
}

#[tokio::test]
async fn token_of_a_login_is_redacted_in_later_errors() {
    let server = Server::http(|request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => Response::json(200, r#"{"id_token":"hush-token"}"#),
        _ => Response::xml(409, "<fault><detail>for hush-token</detail></fault>"),
    });
    let builder = server.builder().credentials("admin@internal", SECRETS[0]);
    let connection = builder.sso_token_name("id_token").build().unwrap();
    let error = connection.test().await.unwrap_err();
    assert_redacted_error(&error);
    assert_eq!(error.messages(), ["for ***"]);
}

/// Objects with a secret in each member that can have one.
fn objects_with_secrets() -> (Vm, Host, StorageDomain) {
    const HUSH: &str = "hush-member";
    let file = File::named("/etc/secret").content(HUSH);
    let vm = new_vm("web1")
        .initialization(
            Initialization::new()
                .custom_script(HUSH)
                .root_password(HUSH),
        )
        .payloads([Payload::new().files([file])])
        .custom_properties([CustomProperty::new().name("key").value(HUSH)]);
    let option = NamedOption::new().name("key").value(HUSH);
    let agent = Agent::new().password(HUSH).options([option.clone()]);
    let fencing = PowerManagement::new().agents([agent]).options([option]);
    let host = Host::named("node1")
        .root_password(HUSH)
        .power_management(fencing);
    let property = Property::new().name("key").value(HUSH);
    let storage = HostStorage::new()
        .driver_options([property.clone()])
        .driver_sensitive_options([property])
        .mount_options("username=a,password=hush-member");
    (vm, host, StorageDomain::named("data").storage(storage))
}

#[tokio::test]
async fn secret_members_are_redacted_in_every_output() {
    let directory = TempDir::new("secret-members");
    let file = directory.join("recording.txt");
    let server = Server::http(|request| Response::xml(201, &request.body));
    let builder = server.builder().token("a-token").record(&file);
    let connection = builder.build().unwrap();
    let system = connection.system_service();
    let (vm, host, domain) = objects_with_secrets();
    let import = ExternalVmImport::new().url("vpx://user:hush-member@vcenter/DC?no_verify=1");
    let adding = || {
        let adding = system.vms_service().add(vm.clone());
        let adding = adding.with_query("custom_script", "hush-member");
        let adding = adding.with_query("url", "vpx://user:hush-member@vcenter");
        adding.with_header("X-Root-Password", "hush-member")
    };

    let dry_run = adding().dry_run().unwrap();
    let mut outputs = vec![
        format!("{vm:?} {host:#?} {domain:?} {import:?}"),
        format!("{:?} {:#?}", adding(), adding()),
        format!("{dry_run} {dry_run:?}"),
        dry_run.to_curl(),
    ];
    for patch in [
        Patch::between(&Vm::named("web1"), &vm),
        Patch::between(&vm, &Vm::named("web1")),
    ] {
        outputs.push(format!("{patch} {patch:?}"));
    }
    let patch = Patch::between(&Host::named("node1"), &host);
    outputs.push(format!("{patch} {patch:?}"));

    adding().await.unwrap();
    system.hosts_service().add(host).await.unwrap();
    system.storage_domains_service().add(domain).await.unwrap();
    let json = r#"{"custom_properties": {"custom_property": [{"value": "hush-member"}]},
        "initialization": {"custom_script": "hush-member"}}"#;
    let raw = connection.raw("POST", "/vms").body(json);
    raw.header("Content-Type", "application/json")
        .await
        .unwrap();
    let recording = fs::read_to_string(&file).unwrap();
    assert!(recording.contains("<name>web1</name>"), "{recording}");
    outputs.push(recording);
    for output in outputs {
        assert!(!output.contains("hush-member"), "{output}");
    }
}

#[test]
fn console_files_are_redacted() {
    let action = Action::new().remote_viewer_connection_file("password=hush-file");
    assert!(!format!("{action:?}").contains("hush"));
}
