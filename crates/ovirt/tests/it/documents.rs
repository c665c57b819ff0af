//! How the responses to typed requests are decoded.

use std::error::Error as _;

use ovirt::Error;
use ovirt::services::VmsService;
use ovirt::types::{Disk, DiskAttachment, Vm};

use crate::support::new_vm;
use crate::support::server::Response;
use crate::support::stub_engine::StubEngine;

/// An engine with this response to all API requests, and its service of VMs.
fn vms(response: fn() -> Response) -> (StubEngine, VmsService) {
    let engine = StubEngine::new(move |_| response());
    let vms = engine.vms();
    (engine, vms)
}

const FAILED: &str = "<action><status>failed</status><fault><detail>[It is down.]</detail>\
                      <reason>Operation Failed</reason></fault></action>";

#[tokio::test]
async fn media_type_of_xml_is_recognized_in_any_case() {
    let (_engine, vms) = vms(|| Response::typed(200, "TEXT/xml", "<vms><vm id='1'/></vms>"));
    assert_eq!(vms.list().await.unwrap()[0].id.as_deref(), Some("1"));
}

#[tokio::test]
async fn added_object_is_returned_with_any_successful_status() {
    for status in [200, 201, 202] {
        let engine = StubEngine::new(move |_| Response::xml(status, "<vm><name>a</name></vm>"));
        let vm = engine.vms().add(new_vm("a")).await.unwrap();
        assert_eq!(vm.name.as_deref(), Some("a"));
    }
}

#[tokio::test]
async fn invalid_document_is_an_error_with_a_source() {
    let (_engine, vms) = vms(|| Response::xml(200, "<vm><memory>much</memory></vm>"));
    let error = vms.vm_service("1").get().await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
    assert_eq!(error.operation(), Some("vm.get"));
    let source = error.source().unwrap().to_string();
    assert!(source.contains("memory"), "{source}");
}

#[tokio::test]
async fn accepted_request_without_an_object_is_an_error() {
    let (_engine, vms) = vms(|| Response::empty(202));
    let error = vms.vm_service("1").get().await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("accepted the request but returned no object"),
        "{error}"
    );
}

#[tokio::test]
async fn fault_with_a_successful_status_is_an_error() {
    let (_engine, vms) = vms(|| Response::xml(200, FAILED));
    let vm = vms.vm_service("1");
    let error = vm.start().await.unwrap_err();
    assert!(matches!(error, Error::Fault(_)), "{error:?}");
    assert_eq!(error.messages(), ["It is down."]);
    assert!(matches!(vm.get().await, Err(Error::Fault(_))));
    assert!(matches!(vm.remove().await, Err(Error::Fault(_))));
}

#[tokio::test]
async fn work_that_is_done_does_not_fail_because_of_an_unexpected_document() {
    const COMPLETE: &str = "<action><status>complete</status></action>";
    let (_engine, vms) = vms(|| Response::xml(200, COMPLETE));
    assert_eq!(vms.add(new_vm("a")).await.unwrap(), Vm::new());

    const LOCATION: &str = "https://engine/ovirt-engine/api/v4/ovirt-engine/api/vms/7";
    let (_engine, vms) = self::vms(|| {
        let kind = ("Content-Type", "application/xml".to_owned());
        let headers = vec![kind, ("Location", LOCATION.to_owned())];
        Response::Http(201, headers, COMPLETE.as_bytes().to_vec())
    });
    assert_eq!(vms.add(new_vm("a")).await.unwrap(), Vm::with_id("7"));

    let (_engine, vms) = self::vms(|| {
        let action = "<action><status>complete</status><vm id='7'><name>a</name></vm></action>";
        Response::xml(200, action)
    });
    let vm = vms.add(new_vm("a")).await.unwrap();
    assert_eq!(
        (vm.id.as_deref(), vm.name.as_deref()),
        (Some("7"), Some("a"))
    );

    let (_engine, vms) = self::vms(|| Response::xml(201, "<disk id='8'><name>b</name></disk>"));
    let attachments = vms.vm_service("7").disk_attachments_service();
    let attachment = DiskAttachment::new().disk(Disk::named("b"));
    let attachment = attachments.add(attachment).await.unwrap();
    assert_eq!(attachment.id.as_deref(), Some("8"));
    assert_eq!(
        attachment.disk.as_ref().and_then(|disk| disk.id()),
        Some("8")
    );

    let (_engine, vms) = self::vms(|| Response::xml(200, "<vm id='7'/>"));
    vms.vm_service("7").start().await.unwrap();

    // Reading must return what it is for.
    let (_engine, vms) = self::vms(|| Response::xml(200, COMPLETE));
    assert!(vms.vm_service("7").get().await.is_err());
}

#[tokio::test]
async fn remove_accepts_any_body_without_a_fault() {
    let responses: [fn() -> Response; 3] = [
        || Response::empty(202),
        || Response::empty(200),
        || Response::xml(200, "<action><status>complete</status></action>"),
    ];
    for response in responses {
        let (_engine, vms) = vms(response);
        vms.vm_service("1").remove().await.unwrap();
    }
}
