//! Any body as the engine's response to a request: an object, or an error that does not reveal the
//! token.

use std::sync::Once;

use ovirt::types::{Host, List, Vm};
use ovirt::{Connection, Error};

use crate::replay::{Response, check_error, connection, run};

const TOKEN: &str = "t0ken-that-nobody-must-see";

/// The requests; the first byte of the input selects one.
const REQUESTS: &[&str] = &[
    "GET /ovirt-engine/api/vms",
    "GET /ovirt-engine/api/vms/1",
    "POST /ovirt-engine/api/hosts\ncontent-type: application/xml\n\n<host><name>h</name></host>",
    "POST /ovirt-engine/api/vms/1/start\ncontent-type: application/xml\n\n<action/>",
    "DELETE /ovirt-engine/api/vms/1",
    "GET /ovirt-engine/api/vms",
];

/// Index of the request that streams a list.
const STREAM: usize = 5;

/// A valid response to each request.
const VALID: &[&str] = &["<vms/>", "<vm/>", "<host/>", "<action/>", "", "<vms/>"];

/// The check of one input.
pub fn check(data: &[u8]) {
    static CHECKED: Once = Once::new();
    CHECKED.call_once(check_requests);
    let Some((request, response)) = data.split_first() else {
        return;
    };
    let request = usize::from(*request) % REQUESTS.len();
    let Some(response) = Response::new(response) else {
        return;
    };
    match send(request, &response) {
        Err(error) if !response.contains(TOKEN) => check_error(&error, TOKEN),
        _ => {}
    }
}

/// Checks that the SDK sends the requests as recorded. Otherwise the replay finds no response.
fn check_requests() {
    for (request, body) in VALID.iter().enumerate() {
        let response = Response::xml(200, body);
        if let Err(error) = send(request, &response) {
            panic!("{}: {error}", REQUESTS[request]);
        }
    }
}

fn send(request: usize, response: &Response) -> Result<(), Error> {
    let recording = response.to(REQUESTS[request]);
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
