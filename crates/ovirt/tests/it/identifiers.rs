//! What locators accept: ids, objects and links; and what happens without an id.

use std::borrow::Cow;

use ovirt::services::VmsService;
use ovirt::types::{Cluster, Disk, Event, Identifier, Link, Shared, Vm};
use ovirt::{Error, ErrorKind, Service as _};

use crate::support::stub_engine::StubEngine;

fn path(vm: impl Identifier<Vm>) -> String {
    let engine = StubEngine::empty();
    let vms: VmsService = engine.connect().system_service().vms_service();
    vms.vm_service(vm).path().to_owned()
}

#[test]
fn locators_accept_texts_objects_and_links() {
    let vm = Vm::with_id("123").name("web1");
    let (text, link, optional) = (String::from("123"), Link::from(&vm), Some(Link::from(&vm)));
    let paths = [
        path("123"),
        path(text.clone()),
        path(&text),
        path(Cow::from("123")),
        path(Some("123")),
        path(&vm),
        path(vm.clone()),
        path(Some(&vm)),
        path(Shared::new(vm.clone())),
        path(&link),
        path(&optional),
        path(&vm.id),
    ];
    assert_eq!(paths, [(); 12].map(|()| "/vms/123".to_owned()));
}

#[test]
fn attachments_are_found_by_their_disk_and_events_by_their_number() {
    let engine = StubEngine::empty();
    let system = engine.connect().system_service();
    let attachments = system
        .vms_service()
        .vm_service("1")
        .disk_attachments_service();
    let attachment = attachments.attachment_service(Disk::with_id("7"));
    assert_eq!(attachment.path(), "/vms/1/diskattachments/7");
    let events = system.events_service();
    let event = Event::new().id("42").index(42);
    let paths = [
        events.event_service(42).path().to_owned(),
        events.event_service(event.index).path().to_owned(),
        events.event_service(&event).path().to_owned(),
    ];
    assert_eq!(paths, [(); 3].map(|()| "/events/42".to_owned()));
}

#[tokio::test]
async fn an_object_without_an_id_is_an_error_of_the_request_and_nothing_is_sent() {
    let engine = StubEngine::empty();
    let clusters = engine.connect().system_service().clusters_service();
    let vm = Vm::named("web1").cluster(Cluster::named("Default"));
    let by_link = clusters.cluster_service(&vm.cluster);
    let by_nothing = clusters.cluster_service(&Vm::new().cluster);
    let below = clusters.cluster_service(Cluster::new()).networks_service();
    let errors = [
        by_link.get().await.map(drop).unwrap_err(),
        by_nothing.get().await.map(drop).unwrap_err(),
        below.list().await.map(drop).unwrap_err(),
        below.list().dry_run().map(drop).unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::Usage);
        assert!(
            error.to_string().contains("this Cluster has no id"),
            "{error}"
        );
    }
    assert!(engine.server.requests().is_empty());
}

#[test]
fn a_missing_id_is_an_error_of_this_crate() {
    fn id(vm: &Vm) -> ovirt::Result<&str> {
        Ok(vm.try_id()?)
    }
    assert_eq!(id(&Vm::with_id("123")).unwrap(), "123");
    let error = id(&Vm::named("web1")).unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
}
