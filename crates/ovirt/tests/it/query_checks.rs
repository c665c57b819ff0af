//! Searches and paths to follow are checked and translated before they are sent.

use std::time::Duration;

use ovirt::types::{HostStatus, Vm, VmStatus};
use ovirt::{Error, LazyCall, Search};
use ovirt_engine_sim::Engine;

use crate::support::new_vm;
use crate::support::stub_engine::StubEngine;

#[tokio::test]
async fn statuses_of_the_api_find_objects() -> Result<(), Box<dyn std::error::Error>> {
    // Nothing changes its status during the test.
    let life_cycle = Duration::from_secs(3600);
    let engine = Engine::builder().life_cycle(life_cycle).hosts(2).start()?;
    let system = engine.connection()?.system_service();
    let vms = system.vms_service();
    vms.add(new_vm("web1")).await?;
    let vm = vms.list().search("status=up").await?.into_iter().next();
    if let Some(vm) = vm {
        vms.vm_service(&vm).reboot().await?;
    }
    let rebooting = Search::new().equal("status", VmStatus::RebootInProgress);
    let found = vms.list().search(rebooting.clone()).await?;
    assert_eq!(
        found.len(),
        vms.list().search("status=reboot_in_progress").await?.len()
    );
    for vm in &found {
        assert_eq!(vm.status, Some(VmStatus::RebootInProgress));
    }
    assert!(!found.is_empty());
    let host = Search::new().equal("status", HostStatus::NonResponsive);
    assert!(system.hosts_service().list().search(host).await?.is_empty());
    let sent = engine.requests().pop().expect("a request");
    assert_eq!(sent.query, "search=status%3DNonResponsive");
    Ok(())
}

/// The error of a call that sends nothing.
fn refused<T: Send + 'static>(engine: &StubEngine, call: impl Into<LazyCall<T>>) -> String {
    let error = call.into().call().map(drop).unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
    assert!(engine.server.requests().is_empty());
    error.to_string()
}

#[test]
fn unknown_search_fields_are_refused_with_a_suggestion() {
    let engine = StubEngine::empty();
    let connection = engine.connect_with_token();
    let vms = connection.system_service().vms_service();
    let expected =
        "vms.list: invalid search: VMs cannot be searched by \"nmae\": did you mean \"name\"?";
    let search = || vms.list().search("nmae=web1");
    assert_eq!(refused(&engine, search().with_info()), expected);
    assert_eq!(search().call().unwrap_err().to_string(), expected);
    assert_eq!(search().dry_run().unwrap_err().to_string(), expected);
    assert_eq!(search().stream().next_error(), expected);
    assert_eq!(search().pages(10).next_error(), expected);
    let quoted = vms.list().search(Search::new().equal("name", "a\"b"));
    assert!(refused(&engine, quoted.with_info()).contains("cannot be quoted"));
    let any = connection
        .service("vms")
        .unwrap()
        .list()
        .with_query("search", "nmae=a");
    assert_eq!(any.call().unwrap_err().to_string(), expected);
    assert!(engine.server.requests().is_empty());
}

#[test]
fn unknown_links_to_follow_are_refused_with_a_suggestion() {
    let engine = StubEngine::empty();
    let vms = engine.connect_with_token().system_service().vms_service();
    for (paths, expected) in [
        (
            "nisc",
            "vms.list: invalid follow: Vm has no link \"nisc\": did you mean \"nics\"?",
        ),
        (
            "nics,disk_attachments.dsk",
            "vms.list: invalid follow: DiskAttachment has no link \"dsk\": did you mean \"disk\"?",
        ),
    ] {
        assert_eq!(
            refused(&engine, vms.list().follow(paths).with_info()),
            expected
        );
    }
    let get = vms.vm_service("1").get().follow("host.clusters");
    let expected =
        "vm.get: invalid follow: Host has no link \"clusters\": did you mean \"cluster\"?";
    assert_eq!(refused(&engine, get.with_info()), expected);
}

#[tokio::test]
async fn links_are_followed() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::builder().start()?;
    let vms = engine.connection()?.system_service().vms_service();
    let list = vms.list().follow("disk_attachments.disk,nics").await?;
    let inlined = |vm: &Vm| vm.nics.as_ref().is_some_and(|nics| nics.iter().count() > 0);
    assert!(list.iter().any(inlined));
    Ok(())
}

trait NextError {
    fn next_error(self) -> String;
}

impl<I: IntoIterator<Item = Result<T, Error>>, T> NextError for I {
    fn next_error(self) -> String {
        let first = self.into_iter().next().expect("an item");
        first.map(drop).unwrap_err().to_string()
    }
}
