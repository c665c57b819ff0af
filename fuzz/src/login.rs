//! Any body as the answer of the single sign-on to a login: a token or an error, without the
//! password.

use std::sync::Once;

use ovirt::Error;

use crate::replay::{Answer, connection, keeps_secret, run};

const PASSWORD: &str = "pa55word-that-nobody-must-see";

/// The login, as a recording has it.
const LOGIN: &str = "POST /ovirt-engine/sso/oauth/token\n\
    content-type: application/x-www-form-urlencoded\n\n\
    grant_type=password&scope=ovirt-app-api&username=admin%40internal&password=***";

/// The check of one input.
pub fn check(data: &[u8]) {
    static CHECKED: Once = Once::new();
    CHECKED.call_once(a_good_answer_logs_in);
    let Some(answer) = Answer::new(data) else {
        return;
    };
    match log_in(&answer) {
        Ok(()) => assert!(
            answer.contains("access_token"),
            "it logged in without a token"
        ),
        Err(error) if !answer.contains(PASSWORD) => keeps_secret(&error, PASSWORD),
        Err(_) => {}
    }
}

/// Otherwise no answer would be found, and nothing checked.
fn a_good_answer_logs_in() {
    let answer = Answer::json(200, r#"{"access_token":"x","exp":"9223372036854775807"}"#);
    if let Err(error) = log_in(&answer) {
        panic!("{error}");
    }
}

fn log_in(answer: &Answer) -> Result<(), Error> {
    let vm = Answer::xml(200, "<vm/>").to("GET /ovirt-engine/api/vms/1");
    let recording = answer.to(LOGIN) + &vm;
    let connection = connection(&recording, |builder| {
        builder.credentials("admin@internal", PASSWORD)
    });
    let vm = connection.system_service().vms_service().vm_service("1");
    run(vm.get().into_future()).map(drop)
}
