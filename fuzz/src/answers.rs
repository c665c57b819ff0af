//! Any body as the engine's answer to a request: an object or an error, without the token.

use std::sync::Once;

use ovirt::types::{Host, List, Vm};
use ovirt::{Connection, Error};

use crate::replay::{Answer, connection, keeps_secret, run};

const TOKEN: &str = "t0ken-that-nobody-must-see";

/// The requests, of which the first byte of the input chooses one.
const REQUESTS: &[&str] = &[
    "GET /ovirt-engine/api/vms",
    "GET /ovirt-engine/api/vms/1",
    "POST /ovirt-engine/api/hosts\ncontent-type: application/xml\n\n<host><name>h</name></host>",
    "POST /ovirt-engine/api/vms/1/start\ncontent-type: application/xml\n\n<action/>",
    "DELETE /ovirt-engine/api/vms/1",
    "GET /ovirt-engine/api/vms",
];

/// Which of them reads a list while it arrives.
const STREAM: usize = 5;

/// What makes each of them succeed.
const GOOD: &[&str] = &["<vms/>", "<vm/>", "<host/>", "<action/>", "", "<vms/>"];

/// The check of one input.
pub fn check(data: &[u8]) {
    static CHECKED: Once = Once::new();
    CHECKED.call_once(requests_are_as_recorded);
    let Some((request, answer)) = data.split_first() else {
        return;
    };
    let request = usize::from(*request) % REQUESTS.len();
    let Some(answer) = Answer::new(answer) else {
        return;
    };
    match send(request, &answer) {
        Err(error) if !answer.contains(TOKEN) => keeps_secret(&error, TOKEN),
        _ => {}
    }
}

/// Otherwise no answer would be found, and nothing checked.
fn requests_are_as_recorded() {
    for (request, body) in GOOD.iter().enumerate() {
        let answer = Answer::xml(200, body);
        if let Err(error) = send(request, &answer) {
            panic!("{}: {error}", REQUESTS[request]);
        }
    }
}

fn send(request: usize, answer: &Answer) -> Result<(), Error> {
    let recording = answer.to(REQUESTS[request]);
    let connection = connection(&recording, |builder| builder.token(TOKEN));
    run(call(&connection, request))
}

async fn call(connection: &Connection, request: usize) -> Result<(), Error> {
    let system = connection.system_service();
    let vms = system.vms_service();
    match request {
        0 => vms.list().await.map(drop::<List<Vm>>),
        1 => vms.vm_service("1").get().await.map(drop::<Vm>),
        2 => {
            let hosts = system.hosts_service();
            hosts.add(Host::named("h")).await.map(drop::<Host>)
        }
        3 => vms.vm_service("1").start().await.map(drop),
        4 => vms.vm_service("1").remove().await.map(drop),
        _ => {
            assert_eq!(request, STREAM);
            let mut stream = vms.list().stream();
            while let Some(vm) = stream.next().await {
                vm?;
            }
            Ok(())
        }
    }
}
