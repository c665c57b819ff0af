//! Answers with a document, by way of typed requests: what is read, and what is an error.

use std::error::Error as _;

use ovirt::Error;
use ovirt::services::VmsService;
use ovirt::types::Vm;

use crate::engine::Engine;
use crate::server::Answer;

/// An engine that answers so to everything, and its machines.
fn vms(answer: fn() -> Answer) -> (Engine, VmsService) {
    let engine = Engine::new(move |_| answer());
    let service = engine.connect().system_service().vms_service();
    (engine, service)
}

const FAILED: &str = "<action><status>failed</status><fault><detail>[It is down.]</detail>\
                      <reason>Operation Failed</reason></fault></action>";

#[tokio::test]
async fn objects_and_lists_are_read() {
    let (_engine, vms) = vms(|| Answer::typed(200, "TEXT/xml", "<vms><vm id='1'/></vms>"));
    assert_eq!(vms.list().await.unwrap()[0].id.as_deref(), Some("1"));
}

#[tokio::test]
async fn an_added_object_can_come_with_any_success() {
    for status in [200, 201, 202] {
        let engine = Engine::new(move |_| Answer::xml(status, "<vm><name>a</name></vm>"));
        let vms = engine.connect().system_service().vms_service();
        let request = Vm::new()
            .name("a")
            .cluster(ovirt::types::Cluster::named("Default"));
        let request = request.template(ovirt::types::Template::named("Blank"));
        assert_eq!(vms.add(request).await.unwrap().name.as_deref(), Some("a"));
    }
}

#[tokio::test]
async fn a_document_that_can_not_be_read_is_an_error() {
    let (_engine, vms) = vms(|| Answer::xml(200, "<vm><memory>much</memory></vm>"));
    let error = vms.vm_service("1").get().await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
    assert_eq!(error.operation(), Some("vm.get"));
    let cause = error.source().unwrap().to_string();
    assert!(cause.contains("memory"), "{cause}");
}

#[tokio::test]
async fn no_document_is_an_error_that_says_so() {
    let (_engine, vms) = vms(|| Answer::empty(202));
    let error = vms.vm_service("1").get().await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("accepted the request but returned no object"),
        "{error}"
    );
}

#[tokio::test]
async fn a_fault_is_an_error_whatever_the_status() {
    let (_engine, vms) = vms(|| Answer::xml(200, FAILED));
    let vm = vms.vm_service("1");
    let error = vm.start().await.unwrap_err();
    assert!(matches!(error, Error::Fault(_)), "{error:?}");
    assert_eq!(error.messages(), ["It is down."]);
    assert!(matches!(vm.get().await, Err(Error::Fault(_))));
    assert!(matches!(vm.remove().await, Err(Error::Fault(_))));
}

#[tokio::test]
async fn a_removal_may_answer_anything() {
    let answers: [fn() -> Answer; 3] = [
        || Answer::empty(202),
        || Answer::empty(200),
        || Answer::xml(200, "<action><status>complete</status></action>"),
    ];
    for answer in answers {
        let (_engine, vms) = vms(answer);
        vms.vm_service("1").remove().await.unwrap();
    }
}
