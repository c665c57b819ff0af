//! VMs and their devices over time.

use crate::client::{Client, engine};

#[test]
fn a_vm_passes_through_its_states() {
    let engine = engine();
    let client = Client::new(&engine);
    let path = client.add_vm("new", "");
    assert_eq!(client.get(&path).text("status"), "down");
    let act = |action: &str| client.post(&format!("{path}/{action}"), "<action/>");
    assert_eq!(act("start").status, 200);
    let up = client.wait_for(&path, "status", "up");
    assert!(
        up.body.contains("<host href=") && up.body.contains("<start_time>"),
        "{}",
        up.body
    );
    assert_eq!(act("ticket").text("ticket.expiry"), "7200");
    assert_eq!(client.send("DELETE", &path, "").status, 409);
    assert_eq!(act("reboot").status, 200);
    client.wait_for(&path, "status", "up");
    assert_eq!(act("suspend").status, 202);
    client.wait_for(&path, "status", "suspended");
    assert_eq!(act("start").status, 200);
    client.wait_for(&path, "status", "up");
    assert_eq!(act("shutdown").status, 200);
    let down = client.wait_for(&path, "status", "down");
    assert!(!down.body.contains("<host href="), "{}", down.body);
    assert_eq!(
        act("stop").status,
        200,
        "stopping what is down does nothing"
    );
    assert_eq!(client.send("DELETE", &path, "").status, 200);
    assert_eq!(client.get(&path).status, 404);
}

#[test]
fn a_vm_stopped_while_starting_stays_down() {
    let engine = engine();
    let client = Client::new(&engine);
    let path = client.add_vm("new", "");
    client.post(&format!("{path}/start"), "<action/>");
    client.post(&format!("{path}/stop"), "<action/>");
    // Once a VM started later is up, all earlier plans have run.
    let other = client.get("/vms?search=name%3Dvm2").id();
    client.post(&format!("/vms/{other}/start"), "<action/>");
    client.wait_for(&format!("/vms/{other}"), "status", "up");
    assert_eq!(client.get(&path).text("status"), "down");
}

#[test]
fn a_vm_starts_only_with_something_to_boot_from() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = "<vm><name>empty</name><cluster><name>Default</name></cluster>\
                <template><name>Blank</name></template></vm>";
    let path = format!("/vms/{}", client.post("/vms", body).id());
    let start = |body: &str| client.post(&format!("{path}/start"), body);
    let refused = "[Cannot run VM without at least one bootable disk.\n\
                   Alternatives:\n\
                   - Create a disk for this VM, and rerun the VM.\n\
                   - Change the boot sequence using the Edit VM command (Boot Option Sub-Tab).\n\
                   - Use the 'Run Once' command to select a different boot option and rerun the VM.]";
    let check_refused = |body: &str| {
        let response = start(body);
        assert_eq!(response.status, 409, "{}", response.body);
        assert_eq!(response.text("fault.detail"), refused);
    };
    check_refused("<action/>");

    let network = "<action><vm><os><boot><devices><device>network</device></devices></boot></os>\
                   </vm></action>";
    check_refused(network);
    client.post(&format!("{path}/nics"), "<nic><name>nic1</name></nic>");
    assert_eq!(start(network).status, 200, "a NIC to boot from");
    client.wait_for(&path, "status", "up");
    client.post(&format!("{path}/stop"), "<action/>");
    check_refused("<action/>");

    let domain = client.get("/storagedomains").id();
    let body = format!(
        "<disk><provisioned_size>1024</provisioned_size><format>cow</format><storage_domains>\
         <storage_domain id=\"{domain}\"/></storage_domains></disk>"
    );
    let disk = client.post("/disks", &body).id();
    client.wait_for(&format!("/disks/{disk}"), "status", "ok");
    let body = format!("<disk_attachment><disk id=\"{disk}\"/></disk_attachment>");
    let attached = client.post(&format!("{path}/diskattachments"), &body);
    assert_eq!(attached.text("active"), "false", "unless asked for");
    assert_eq!(attached.text("bootable"), "false");
    assert_eq!(start("<action/>").status, 200, "a disk to boot from");
}

#[test]
fn a_vm_migrates_to_another_host() {
    let engine = ovirt_engine_sim::Engine::builder()
        .plain(true)
        .hosts(2)
        .life_cycle(std::time::Duration::from_millis(2))
        .start()
        .expect("the engine starts");
    let client = Client::new(&engine);
    let path = format!("/vms/{}", client.get("/vms?search=name%3Dvm1").id());
    let host = |body: &str| {
        let start = body.find("<host href=").expect("a host");
        body[start..].lines().next().expect("a line").to_owned()
    };
    let before = host(&client.get(&path).body);
    assert_eq!(
        client.post(&format!("{path}/migrate"), "<action/>").status,
        200
    );
    let after = client.wait_for(&path, "status", "up");
    assert_ne!(host(&after.body), before);
}

#[test]
fn a_vm_requires_a_host_that_is_up() {
    let engine = engine();
    let client = Client::new(&engine);
    let host = format!("/hosts/{}", client.get("/hosts").id());
    let deactivate = || client.post(&format!("{host}/deactivate"), "<action/>");
    let refused = deactivate();
    assert_eq!(
        refused.status, 409,
        "a machine runs on it and has nowhere to go"
    );
    let running = client.get("/vms?search=name%3Dvm1").id();
    client.post(&format!("/vms/{running}/stop"), "<action/>");
    assert_eq!(deactivate().status, 200);
    client.wait_for(&host, "status", "maintenance");
    let vm = client.get("/vms?search=name%3Dvm2").id();
    let response = client.post(&format!("/vms/{vm}/start"), "<action/>");
    assert_eq!(response.status, 400);
    assert!(
        response.body.contains("There are no hosts to use."),
        "{}",
        response.body
    );
    assert_eq!(
        client.post(&format!("{host}/activate"), "<action/>").status,
        200
    );
    client.wait_for(&host, "status", "up");
    assert_eq!(
        client.post(&format!("/vms/{vm}/start"), "<action/>").status,
        200
    );
}

#[test]
fn a_new_disk_is_locked_and_listed_at_attached_vms() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = format!("/vms/{}", client.get("/vms?search=name%3Dvm2").id());
    let body = "<disk_attachment><interface>virtio</interface><disk><name>data</name>\
                <provisioned_size>1073741824</provisioned_size><format>cow</format></disk></disk_attachment>";
    let attached = client.post(&format!("{vm}/diskattachments"), body);
    assert_eq!(attached.status, 201, "{}", attached.body);
    let disk = format!("/disks/{}", attached.id());
    client.wait_for(&disk, "status", "ok");
    let removed = client.send(
        "DELETE",
        &format!("{vm}/diskattachments/{}", attached.id()),
        "",
    );
    assert_eq!(removed.status, 200);
    assert_eq!(client.get(&disk).status, 200, "detaching keeps the disk");
    assert_eq!(client.send("DELETE", &disk, "").status, 200);
}

#[test]
fn a_template_of_a_vm_has_its_devices() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.get("/vms?search=name%3Dvm2").id();
    let body = format!("<template><name>golden</name><vm id=\"{vm}\"/></template>");
    let added = client.post("/templates", &body);
    assert_eq!(
        (added.status, added.text("status")),
        (201, "locked"),
        "{}",
        added.body
    );
    let template = format!("/templates/{}", added.id());
    client.wait_for(&template, "status", "ok");
    assert!(
        client
            .get(&format!("{template}/nics"))
            .body
            .contains("<nic ")
    );
    let body = "<vm><name>of-golden</name><cluster><name>Default</name></cluster>\
                <template><name>golden</name></template></vm>";
    let added = client.post("/vms", body);
    assert_eq!(added.status, 202, "{}", added.body);
    let vm = format!("/vms/{}", added.id());
    client.wait_for(&vm, "status", "down");
    for below in [
        "nics",
        "diskattachments",
        "snapshots",
        "graphicsconsoles",
        "cdroms",
    ] {
        assert!(
            client.get(&format!("{vm}/{below}")).body.contains(" id=\""),
            "{below}"
        );
    }
    assert_eq!(
        client.send("DELETE", &template, "").status,
        409,
        "it is in use"
    );
}

#[test]
fn a_snapshot_is_locked_until_it_is_complete() {
    let engine = engine();
    let client = Client::new(&engine);
    let snapshots = format!(
        "/vms/{}/snapshots",
        client.get("/vms?search=name%3Dvm1").id()
    );
    assert_eq!(
        client.get(&snapshots).text("snapshot.snapshot_type"),
        "active"
    );
    let added = client.post(
        &snapshots,
        "<snapshot><description>before</description></snapshot>",
    );
    assert_eq!(
        (added.status, added.text("snapshot_status")),
        (201, "locked"),
        "{}",
        added.body
    );
    client.wait_for(
        &format!("{snapshots}/{}", added.id()),
        "snapshot_status",
        "ok",
    );
}

#[test]
fn a_storage_domain_is_added_attached_and_removed() {
    let engine = engine();
    let client = Client::new(&engine);
    let body = "<storage_domain><name>more</name><type>data</type><host><name>host1</name></host>\
                <storage><type>nfs</type><address>nfs</address><path>/x</path></storage></storage_domain>";
    let added = client.post("/storagedomains", body);
    assert_eq!(
        (added.status, added.text("status")),
        (201, "unattached"),
        "{}",
        added.body
    );
    let id = added.id();
    let attached = format!(
        "/datacenters/{}/storagedomains",
        client.get("/datacenters").id()
    );
    let response = client.post(&attached, &format!("<storage_domain id=\"{id}\"/>"));
    assert_eq!(response.status, 201, "{}", response.body);
    let place = format!("{attached}/{id}");
    client.wait_for(&place, "status", "active");
    let top = format!("/storagedomains/{id}");
    assert!(
        !client.get(&top).body.contains("<status>"),
        "only below its data center"
    );
    let remove = format!("{top}?host=host1");
    assert_eq!(client.send("DELETE", &remove, "").status, 409);
    assert_eq!(
        client
            .post(&format!("{place}/deactivate"), "<action/>")
            .status,
        200
    );
    client.wait_for(&place, "status", "maintenance");
    assert_eq!(client.send("DELETE", &place, "").status, 200);
    assert_eq!(
        client
            .send("DELETE", &format!("{top}?host=host1"), "")
            .status,
        200
    );
}

#[test]
fn references_are_unset_by_ones_without_an_identifier() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("leased", "");
    let domain = client.first("storagedomains");
    let put = |body: &str| client.send("PUT", &vm, &format!("<vm>{body}</vm>"));
    let lease = format!("<lease><storage_domain id=\"{domain}\"/></lease>");
    assert_eq!(put(&lease).text("lease.storage_domain.id"), domain);
    let changed = put("<lease><storage_domain/></lease>");
    assert_eq!(changed.get("lease.storage_domain.id"), None);
    assert!(!changed.body.contains("<lease"), "{}", changed.body);
}

#[test]
fn empty_structures_change_nothing() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("kept", "");
    let before = client.get(&vm).text("os.boot.devices.device").to_owned();
    let body = "<vm><os/><cpu><topology/></cpu><placement_policy/></vm>";
    let changed = client.send("PUT", &vm, body);
    assert_eq!(changed.text("os.boot.devices.device"), before);
    assert_eq!(changed.text("cpu.topology.cores"), "1");
    assert_eq!(changed.text("placement_policy.affinity"), "migratable");
}

#[test]
fn a_list_of_hosts_can_shrink_to_one() {
    let engine = ovirt_engine_sim::Engine::builder()
        .plain(true)
        .hosts(2)
        .start()
        .expect("the engine starts");
    let client = Client::new(&engine);
    let vm = client.add_vm("placed", "");
    let put = |names: &[&str]| {
        let hosts = names
            .iter()
            .map(|name| format!("<host><name>{name}</name></host>"));
        let hosts: String = hosts.collect();
        let body = format!("<vm><placement_policy><hosts>{hosts}</hosts></placement_policy></vm>");
        client
            .send("PUT", &vm, &body)
            .body
            .matches("<host ")
            .count()
    };
    assert_eq!(put(&["host1", "host2"]), 2);
    assert_eq!(put(&["host2"]), 1);
}

#[test]
fn a_reboot_applies_what_waits_for_the_next_run() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("waiting", "");
    client.post(&format!("{vm}/start"), "<action/>");
    client.wait_for(&vm, "status", "up");
    let body = "<vm><cpu><topology><cores>2</cores></topology></cpu></vm>";
    let changed = client.send("PUT", &vm, body);
    assert_eq!(changed.text("next_run_configuration_exists"), "true");
    client.post(&format!("{vm}/reboot"), "<action/>");
    let rebooted = client.wait_for(&vm, "status", "up");
    assert_eq!(rebooted.text("next_run_configuration_exists"), "false");
    assert_eq!(rebooted.text("cpu.topology.cores"), "2");
}

#[test]
fn a_reboot_stays_on_its_host_so_another_cluster_waits_for_a_start() {
    let engine = engine();
    let client = Client::new(&engine);
    let vm = client.add_vm("moving", "");
    client.post(&format!("{vm}/start"), "<action/>");
    let running = client.wait_for(&vm, "status", "up");
    let center = client.first("datacenters");
    let body = format!("<cluster><name>second</name><data_center id=\"{center}\"/></cluster>");
    let second = client.post("/clusters", &body).id();
    let body = format!("<vm><cluster id=\"{second}\"/></vm>");
    assert_eq!(client.send("PUT", &vm, &body).status, 200);
    client.post(&format!("{vm}/reboot"), "<action/>");
    let rebooted = client.wait_for(&vm, "status", "up");
    assert_eq!(rebooted.text("next_run_configuration_exists"), "true");
    for member in ["cluster.id", "host.id"] {
        assert_eq!(rebooted.text(member), running.text(member), "{member}");
    }
    client.post(&format!("{vm}/stop"), "<action/>");
    let stopped = client.wait_for(&vm, "status", "down");
    assert_eq!(stopped.text("cluster.id"), second);
}
