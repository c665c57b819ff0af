//! What is refused while disks are copied and backups are made.

use std::path::Path;
use std::time::Duration;

use ovirt_engine_sim::Engine;

use crate::client::Client;

/// Starts an engine with a state file, whose work takes some time.
fn start(state: &Path, step: Duration) -> Engine {
    let engine = Engine::builder().plain(true).life_cycle(step);
    engine.state(state).start().expect("started")
}

/// Sends requests to engines that share a state: first to one that is quick, then to one whose work
/// does not end.
fn with_quick_and_slow(name: &str, quick: impl Fn(&Client<'_>), slow: impl Fn(&Client<'_>)) {
    let name = format!("engine-sim-{name}-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (step, requests) in [
        (Duration::from_millis(1), &quick as &dyn Fn(&Client<'_>)),
        (Duration::from_secs(3600), &slow),
    ] {
        let engine = start(&folder.join("state"), step);
        requests(&Client::new(&engine));
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

/// Sends a command, which must be refused with this status code and text.
fn refuse(client: &Client<'_>, method: &str, path: &str, body: &str, expected: (u16, &str)) {
    let response = client.send(method, path, body);
    let (status, text) = expected;
    assert_eq!(
        response.status, status,
        "{method} {path}: {}",
        response.body
    );
    assert!(response.body.contains(text), "{text}: {}", response.body);
}

/// Returns the path of the VM that is down.
fn vm_that_is_down(client: &Client<'_>) -> String {
    format!("/vms/{}", client.get("/vms?search=status%3Ddown").id())
}

#[test]
fn a_vm_is_locked_while_a_template_is_made_of_it() {
    let slow = |client: &Client<'_>| {
        let vm = vm_that_is_down(client);
        let id = vm.trim_start_matches("/vms/");
        let body = format!("<template><name>golden</name><vm id=\"{id}\"/></template>");
        assert_eq!(client.post("/templates", &body).status, 201);
        let locked = "VM is locked. Please try again in a few minutes.";
        assert_eq!(client.get(&vm).text("status"), "image_locked");
        let start = format!("{vm}/start");
        refuse(client, "POST", &start, "<action/>", (409, locked));
        let body = body.replace("golden", "other");
        refuse(client, "POST", "/templates", &body, (409, locked));
        refuse(client, "DELETE", &vm, "", (409, locked));
    };
    with_quick_and_slow("template-lock", |_| (), slow);
}

#[test]
fn a_template_stays_while_a_vm_is_copied_from_it() {
    let quick = |client: &Client<'_>| {
        let vm = vm_that_is_down(client);
        let id = vm.trim_start_matches("/vms/");
        let body = format!("<template><name>golden</name><vm id=\"{id}\"/></template>");
        let template = client.post("/templates", &body).id();
        client.wait_for(&format!("/templates/{template}"), "status", "ok");
    };
    let slow = |client: &Client<'_>| {
        let template = client.get("/templates?search=name%3Dgolden").id();
        let body = "<vm><name>copy</name><cluster><name>Default</name></cluster>\
                    <template><name>golden</name></template></vm>";
        let response = client.post("/vms?clone=true", body);
        assert_eq!(response.text("status"), "image_locked");
        let why = "This template is currently in use to create VM copy.";
        let path = format!("/templates/{template}");
        refuse(client, "DELETE", &path, "", (409, why));
    };
    with_quick_and_slow("template-use", quick, slow);
}

#[test]
fn a_backup_that_is_not_ready_is_neither_transferred_nor_finalized() {
    let slow = |client: &Client<'_>| {
        let vm = vm_that_is_down(client);
        let disk = client.get(&format!("{vm}/diskattachments")).id();
        let body = format!("<backup><disks><disk id=\"{disk}\"/></disks></backup>");
        let response = client.post(&format!("{vm}/backups"), &body);
        let backup = response.id();
        let phase = response.text("phase");
        let why = format!("The VM backup is not in READY phase, backup phase is {phase}.");
        let finalize = format!("{vm}/backups/{backup}/finalize");
        refuse(client, "POST", &finalize, "<action/>", (409, &why));
        let transfer = format!(
            "<image_transfer><backup id=\"{backup}\"/><disk id=\"{disk}\"/>\
             <direction>download</direction><format>raw</format></image_transfer>"
        );
        refuse(client, "POST", "/imagetransfers", &transfer, (409, &why));
        let why = "The VM is during a backup operation.";
        refuse(client, "POST", &format!("{vm}/backups"), &body, (409, why));
    };
    with_quick_and_slow("backup", |_| (), slow);
}

#[test]
fn incremental_backups_need_disks_that_were_in_the_one_before() {
    let quick = |client: &Client<'_>| {
        let vm = vm_that_is_down(client);
        let add_disk = |name: &str, format: &str| {
            let body = format!(
                "<disk_attachment><bootable>false</bootable><interface>virtio</interface><disk>\
                 <name>{name}</name><format>{format}</format><backup>incremental</backup>\
                 <provisioned_size>1073741824</provisioned_size><storage_domains>\
                 <storage_domain id=\"{}\"/></storage_domains></disk></disk_attachment>",
                client.first("storagedomains")
            );
            client.post(&format!("{vm}/diskattachments"), &body)
        };
        let refused = add_disk("raw", "raw");
        let why = "Incremental backup is not supported for RAW format disks.";
        assert_eq!(refused.status, 400, "{}", refused.body);
        assert!(refused.body.contains(why), "{}", refused.body);
        let [first, second] = ["first", "second"].map(|name| {
            let disk = add_disk(name, "cow").id();
            client.wait_for(&format!("/disks/{disk}"), "status", "ok");
            disk
        });
        let backups = format!("{vm}/backups");
        let body = format!("<backup><disks><disk id=\"{first}\"/></disks></backup>");
        let backup = format!("{backups}/{}", client.post(&backups, &body).id());
        let ready = client.wait_for(&backup, "phase", "ready");
        let checkpoint = ready.text("to_checkpoint_id").to_owned();
        assert_eq!(
            client
                .post(&format!("{backup}/finalize"), "<action/>")
                .status,
            200
        );
        client.wait_for(&backup, "phase", "succeeded");
        let body = format!(
            "<backup><from_checkpoint_id>{checkpoint}</from_checkpoint_id>\
             <disks><disk id=\"{first}\"/><disk id=\"{second}\"/></disks></backup>"
        );
        let why = format!("are not included in the previous VM backup: {second}");
        refuse(client, "POST", &backups, &body, (400, &why));
        client.post(
            &format!("{vm}/start"),
            "<action><pause>true</pause></action>",
        );
        client.wait_for(&vm, "status", "paused");
        let path = format!("{vm}/checkpoints/{checkpoint}");
        refuse(
            client,
            "DELETE",
            &path,
            "",
            (409, "The VM should be in Up status."),
        );
    };
    with_quick_and_slow("incremental", quick, |_| ());
}
