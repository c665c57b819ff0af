//! Any body as the response to the login: a token, or an error that does not reveal the password.

use std::sync::Once;

use ovirt::Error;

use crate::replay::{Response, check_error, connection, run};

const PASSWORD: &str = "pa55word-that-nobody-must-see";

/// The login request as recorded.
const LOGIN: &str = "POST /ovirt-engine/sso/oauth/token\n\
    content-type: application/x-www-form-urlencoded\n\n\
    grant_type=password&scope=ovirt-app-api&username=admin%40internal&password=***";

/// The check of one input.
pub fn check(data: &[u8]) {
    static CHECKED: Once = Once::new();
    CHECKED.call_once(check_login);
    let Some(response) = Response::new(data) else {
        return;
    };
    match log_in(&response) {
        Ok(()) => assert!(
            response.contains("access_token"),
            "logged in without a token"
        ),
        Err(error) if !response.contains(PASSWORD) => check_error(&error, PASSWORD),
        Err(_) => {}
    }
}

/// Checks that the SDK sends the login as recorded. Otherwise the replay finds no response.
fn check_login() {
    let response = Response::json(200, r#"{"access_token":"x","exp":"9223372036854775807"}"#);
    if let Err(error) = log_in(&response) {
        panic!("{error}");
    }
}

fn log_in(response: &Response) -> Result<(), Error> {
    let vm = Response::xml(200, "<vm/>").to("GET /ovirt-engine/api/vms/1");
    let recording = response.to(LOGIN) + &vm;
    let connection = connection(&recording, |builder| {
        builder.credentials("admin@internal", PASSWORD)
    });
    let vm = connection.system_service().vms_service().vm_service("1");
    run(vm.get().into_future()).map(drop)
}
